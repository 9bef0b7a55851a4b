/** The Model Context Protocol, by its official SDK. */
package io.github.memdump.mcp;
