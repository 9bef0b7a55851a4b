/**
 * The tie between a workspace and the heap it shows: how a view becomes a workspace, what the workspace remembers of
 * its dumps, and how this is saved. A workspace's {@link io.github.memdump.gephi.workspace.WorkspaceHeap} lies in its
 * lookup; heaps are shared through {@link io.github.memdump.gephi.workspace.Heaps} and die with the last workspace
 * that uses them.
 */
package io.github.memdump.gephi.workspace;
