/** Progress and cancel for everything that takes longer than a blink. */
package io.github.memdump.task;
