/** The words of a selection, the mistakes in it, and what keeps patterns from taking too long. */
package io.github.memdump.select.syntax;
