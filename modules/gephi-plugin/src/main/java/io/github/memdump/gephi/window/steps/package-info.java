/** The steps of a view: what it shows, what was done to it since, and the command that does the same. */
package io.github.memdump.gephi.window.steps;
