/**
 * From a recipe to a view: {@link io.github.memdump.view.assembly.Views} lets the kind of view choose, takes the steps,
 * and gives what is shown names, roles, sizes and a place. Knows all other packages of views; none knows it.
 */
package io.github.memdump.view.assembly;
