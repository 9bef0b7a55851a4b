/**
 * What tests are made of: heaps written down by name ({@link io.github.memdump.testing.HeapDsl}), heaps drawn at random
 * ({@link io.github.memdump.testing.RandomHeap}), real dumps with known answers
 * ({@link io.github.memdump.testing.GoldenDumps}), and a second opinion on every figure
 * ({@link io.github.memdump.testing.Oracle}).
 *
 * <p>Nothing here knows the engine. Dumps are text, and answers come from plain collections by the shortest way that
 * is obviously right; speed does not matter up to some ten thousand objects.
 */
package io.github.memdump.testing;
