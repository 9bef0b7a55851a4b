/** Growable arrays of primitives: what the engine fills while it does not yet know how much is coming. */
package io.github.memdump.array;
