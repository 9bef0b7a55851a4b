/**
 * The on-disk index: a loaded heap kept in the user's cache directory, so that opening its dump again takes a small
 * part of the time; how it is written, checked, found and cleared away.
 */
package io.github.memdump.index;
