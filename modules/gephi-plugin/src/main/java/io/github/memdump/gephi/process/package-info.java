/** Dumps of running Ruby processes: the dialog that lists them, the forms behind it, and the taking of a dump. */
package io.github.memdump.gephi.process;
