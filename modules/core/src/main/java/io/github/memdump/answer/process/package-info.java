/** What is said of different processes side by side. */
package io.github.memdump.answer.process;
