/** What the menu Plugins &gt; Memdump and the Memdump window do, one class for each item. */
package io.github.memdump.gephi.action;
