/** The command {@code suspects}: what leaks, told as a story. */
package io.github.memdump.cli.suspect;
