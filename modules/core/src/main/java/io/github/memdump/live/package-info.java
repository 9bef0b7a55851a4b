/**
 * Running Ruby processes: which there are, tracing of their allocations, dumps of them. Talks to a process through the
 * program {@code rbtrace}, which evaluates Ruby code in a process that has loaded the library of that name.
 */
package io.github.memdump.live;
