/** What retains what as nested areas: the dominator tree, folded so far that it can be drawn. */
package io.github.memdump.view.area;
