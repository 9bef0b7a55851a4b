/** How nodes look: sizes and colours by what the columns say. */
package io.github.memdump.gephi.style;
