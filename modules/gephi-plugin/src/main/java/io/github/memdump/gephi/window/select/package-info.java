/** The selection box: objects chosen in the language of {@code --where}, counted before anything is drawn. */
package io.github.memdump.gephi.window.select;
