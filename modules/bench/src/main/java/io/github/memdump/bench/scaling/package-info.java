/** Runs every command on heaps of extreme shapes, at one, two and four times a size, to show what grows faster. */
package io.github.memdump.bench.scaling;
