/**
 * Algorithms over graphs of plain int nodes: nothing here knows of heaps, dumps or Ruby.
 *
 * <p>Graphs are compressed sparse rows ({@link io.github.memdump.graph.Graph}), sets are bits
 * ({@link io.github.memdump.graph.NodeSet}), and a {@link io.github.memdump.graph.Walk} says which edges count.
 * Everything is iterative, deterministic, and can be watched and cancelled; results are immutable.
 *
 * <p>{@code graph.reach} counts how many nodes each node reaches, {@code graph.path} finds paths that share nothing.
 * Both know this package; it knows neither.
 *
 * <p>Sources:
 *
 * <ul>
 * <li>R. Tarjan: Depth-First Search and Linear Graph Algorithms, SIAM Journal on Computing 1, 1972; D. Pearce: A
 *     Space-Efficient Algorithm for Finding Strongly Connected Components, Information Processing Letters 116, 2016
 *     ({@link io.github.memdump.graph.StrongComponents}).
 * <li>L. Georgiadis, R. Tarjan, R. Werneck: Finding Dominators in Practice, Journal of Graph Algorithms and
 *     Applications 10, 2006; E. Myers: An Applicative Random-Access Stack, Information Processing Letters 17, 1983
 *     ({@link io.github.memdump.graph.Dominators}).
 * </ul>
 */
package io.github.memdump.graph;
