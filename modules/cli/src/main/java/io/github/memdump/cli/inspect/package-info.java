/** Commands that look at one dump. Knows {@code cli.command} and {@code cli.option}. */
package io.github.memdump.cli.inspect;
