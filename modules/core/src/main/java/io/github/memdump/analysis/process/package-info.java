/**
 * Two processes that ran the same program, side by side: objects have no identity in common, so populations are
 * compared. {@link io.github.memdump.analysis} does not know it.
 */
package io.github.memdump.analysis.process;
