/** Views in Gephi: how one becomes a workspace, comes into sight, and changes step by step. */
package io.github.memdump.gephi.workspace;
