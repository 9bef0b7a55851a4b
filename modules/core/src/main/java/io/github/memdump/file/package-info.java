/**
 * Files that are written: the one way in which this program makes or replaces any. {@link
 * io.github.memdump.file.Target} says where, checked against the {@link io.github.memdump.file.Inputs} that must not be
 * replaced; {@link io.github.memdump.file.Output} writes one file and {@link io.github.memdump.file.OutputFolder}
 * several that belong together, in full or not at all; {@link io.github.memdump.file.Scratch} is a file for the time
 * being. What is not finished has a name that nobody can guess, is its owner's alone from the first byte, and goes at
 * the end of the process, or, if that was killed, when memdump next writes into the same folder.
 */
package io.github.memdump.file;
