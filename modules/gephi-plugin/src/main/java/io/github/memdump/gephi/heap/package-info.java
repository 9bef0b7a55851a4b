/**
 * The heap behind a workspace: its dumps, what the workspace remembers of them and how that is saved. A workspace's
 * {@link io.github.memdump.gephi.heap.WorkspaceHeap} lies in its lookup; heaps are shared through
 * {@link io.github.memdump.gephi.heap.Heaps} and die with the last workspace that uses them.
 */
package io.github.memdump.gephi.heap;
