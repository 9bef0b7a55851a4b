/** Dumps of a process that grows, within bounds of the disk. */
package io.github.memdump.live.watch;
