/** What the tabs of the Memdump window are made of. */
package io.github.memdump.gephi.tab;
