/**
 * Bounded pictures of a heap: which objects are shown, how they hang together, how they look and where they stand.
 * A {@link io.github.memdump.view.View} is what Gephi, files and reports receive.
 */
package io.github.memdump.view;
