/** Layouts made for heaps, as Gephi's Layout panel and the menu offer them. */
package io.github.memdump.gephi.layout;
