/**
 * Paths that share no node, and the few nodes through which all paths lead: minimum-cost flow over split nodes, and the
 * cut that proves that there are no more (K. Menger, 1927). Knows {@code graph}.
 */
package io.github.memdump.graph.path;
