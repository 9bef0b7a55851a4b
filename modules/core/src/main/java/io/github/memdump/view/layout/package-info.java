/**
 * Where the nodes of a forest stand in a picture: from left to right along its trunk, with everything that hangs on
 * the trunk packed into discs. Knows nothing of heaps. Deterministic, nearly linear time.
 */
package io.github.memdump.view.layout;
