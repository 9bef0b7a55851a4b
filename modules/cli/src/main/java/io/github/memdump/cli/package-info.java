/**
 * The {@code memdump} command: where the process begins, the registry of all commands, and the commands about memdump
 * itself. Knows all packages below it; none of them knows this one. {@code cli.command} holds what every command is
 * made of and knows no other, {@code cli.option} what several have; the others hold the commands by what they are
 * about.
 */
package io.github.memdump.cli;
