/** The border between old and new in groups, told as the suspects are. */
package io.github.memdump.analysis.suspect.border;
