/** The {@code memdump} command: one class per subcommand. */
package io.github.memdump.cli;
