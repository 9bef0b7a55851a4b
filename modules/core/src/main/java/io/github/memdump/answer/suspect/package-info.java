/** What is said of suspects: their stories and figures, what was weighed, the verdict in a sentence. */
package io.github.memdump.answer.suspect;
