/** Strings that are the same, and what their copies waste. */
package io.github.memdump.analysis.string;
