/** A session in Java with a dump at hand: the words that are said in it, and how they are read and answered. */
package io.github.memdump.cli.interactive;
