/**
 * The filters of the category "Ruby heap" in Gephi's Filters panel.
 *
 * <p>Gephi evaluates filters while it holds the lock of the graph, without which nothing is drawn. What takes long is
 * therefore found in the background, and the filter goes over the graph again once it is there.
 */
package io.github.memdump.gephi.filter;
