/** Commands that read the records of objects again. */
package io.github.memdump.cli.record;
