/**
 * Running Ruby processes: which there are, tracing of their allocations, dumps of them, where their memory is. A
 * process is asked by its agent, by the program {@code rbtrace}, or by attaching to it ({@code attach}); in all three
 * ways it runs the same Ruby code ({@code memdump_agent.rb}), which answers on a socket or into a pipe.
 */
package io.github.memdump.live;
