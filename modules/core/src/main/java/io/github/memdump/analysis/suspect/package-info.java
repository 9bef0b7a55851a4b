/**
 * Leak suspects: where few objects retain much, as Eclipse MAT looks for them, in Ruby's terms.
 * {@link io.github.memdump.analysis.suspect.Suspects} is the way in and describes the method. Results are numbers and
 * ids; words are made where they are shown.
 */
package io.github.memdump.analysis.suspect;
