/** The application's own line behind what a library allocated. */
package io.github.memdump.analysis.suspect.line;
