/**
 * The selection language of {@code --where}: which objects, said in terms of their columns and of what they refer to.
 * {@link io.github.memdump.select.Selection} has the grammar.
 */
package io.github.memdump.select;
