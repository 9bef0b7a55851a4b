/**
 * Gephi's statistics of a heap: keep-alive count, retained size, root distance and growth, each with its settings and
 * the report that it shows.
 */
package io.github.memdump.gephi.statistics;
