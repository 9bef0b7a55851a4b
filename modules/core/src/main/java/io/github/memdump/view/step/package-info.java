/**
 * How a view goes on: steps that people take in it, chains and equal objects that are drawn as one node. Knows
 * {@link io.github.memdump.view.choice}.
 */
package io.github.memdump.view.step;
