/** What can be done to the nodes of a graph: context menus, the tool of the Graph window, undo. */
package io.github.memdump.gephi.graph;
