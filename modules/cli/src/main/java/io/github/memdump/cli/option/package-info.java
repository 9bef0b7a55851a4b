/** Options and arguments that several commands have. Knows {@code cli.command}. */
package io.github.memdump.cli.option;
