/** Arrays, hashes, sets and strings that take more memory than what is in them needs, by what holds them. */
package io.github.memdump.analysis.collection;
