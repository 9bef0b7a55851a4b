/** What the windows of this plugin share and Swing lacks. */
package io.github.memdump.gephi.swing;
