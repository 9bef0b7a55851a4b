/**
 * What suspects are weighed by: the earlier heap, what objects and their subtrees retain, what is new, what the program
 * made rather than Ruby. Knows nothing of suspects; {@link io.github.memdump.analysis.suspect} asks it.
 */
package io.github.memdump.analysis.suspect.weight;
