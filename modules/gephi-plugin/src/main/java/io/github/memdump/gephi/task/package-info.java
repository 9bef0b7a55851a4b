/** Progress, cancel and messages: how long work shows itself in Gephi. */
package io.github.memdump.gephi.task;
