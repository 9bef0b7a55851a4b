/**
 * What is to be found out about heaps: difference, border, keep-alive, retained sizes, distances, histograms, cleanup.
 * {@link io.github.memdump.analysis.Findings} holds the results of one heap side by side, as columns.
 */
package io.github.memdump.analysis;
