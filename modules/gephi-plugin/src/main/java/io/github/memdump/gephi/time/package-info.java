/** When objects came into being, as Gephi's Timeline shows it. */
package io.github.memdump.gephi.time;
