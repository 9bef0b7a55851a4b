/** What the Graph window draws on, in Gephi 0.10 and in 0.11, asked by name. Knows no other package of the plugin. */
package io.github.memdump.gephi.canvas;
