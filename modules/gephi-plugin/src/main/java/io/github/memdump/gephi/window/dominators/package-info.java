/** The tab "Dominators": what holds what, from the whole heap down, as far as it is unfolded. */
package io.github.memdump.gephi.window.dominators;
