/**
 * What a view shows: a kind of view chooses objects and edges within a budget and counts what it leaves out. Knows the
 * parts of a {@link io.github.memdump.view.View}, neither steps nor how views are put together.
 */
package io.github.memdump.view.choice;
