/** What an assistant is offered: the commands' answers, in pages. */
package io.github.memdump.cli.mcp;
