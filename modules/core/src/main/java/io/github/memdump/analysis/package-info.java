/**
 * What is to be found out about heaps: difference, growth, border, keep-alive, retained sizes, distances, histograms,
 * consumers, duplicate strings, paths and referrers merged by class, garbage.
 * {@link io.github.memdump.analysis.Findings} holds the results of one heap side by side, as columns.
 */
package io.github.memdump.analysis;
