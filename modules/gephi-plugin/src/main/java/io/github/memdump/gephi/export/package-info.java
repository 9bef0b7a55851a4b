/** Gephi's own exports, made safe for dumps: none replaces a dump, and each is there in full or not at all. */
package io.github.memdump.gephi.export;
