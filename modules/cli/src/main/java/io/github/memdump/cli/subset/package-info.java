/** memdump's operations as commands: each reads a dump, takes a part of it or simplifies it, and writes the result. */
package io.github.memdump.cli.subset;
