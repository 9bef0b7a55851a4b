/** The Memdump window, docked beside Filters and Statistics in Overview. */
package io.github.memdump.gephi.window;
