/** Commands that compare dumps, and tell what grows. Knows {@code cli.command} and {@code cli.option}. */
package io.github.memdump.cli.compare;
