/**
 * What every command is made of: the session that it runs in, dumps that it loads, options that all have, and the one
 * way from its answer to standard output or a file. Knows no command.
 */
package io.github.memdump.cli.command;
