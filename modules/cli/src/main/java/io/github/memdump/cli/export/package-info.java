/** Commands that write a whole heap in a format of other tools. */
package io.github.memdump.cli.export;
