/** The system calls of Linux by which a process is traced, through JNA. */
package io.github.memdump.attach;
