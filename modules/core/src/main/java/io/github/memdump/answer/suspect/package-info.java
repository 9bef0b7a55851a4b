/** What is said beside a suspect: what was weighed for and against it, and which known leak it looks like. */
package io.github.memdump.answer.suspect;
