/**
 * Algorithms over graphs of plain int nodes: nothing here knows of heaps, dumps or Ruby.
 *
 * <p>Graphs are compressed sparse rows ({@link io.github.memdump.graph.Graph}), sets are bits
 * ({@link io.github.memdump.graph.NodeSet}), and a {@link io.github.memdump.graph.Walk} says which edges count.
 * Everything is iterative, deterministic, and can be watched and cancelled; results are immutable.
 *
 * <p>How many nodes each node reaches is counted on a ladder, which {@link io.github.memdump.graph.ReachCounts} climbs
 * down until nothing is open; each rung takes what the one above has left:
 *
 * <ol>
 * <li>{@code Contraction} merges what reaches each other and what has one entrance, on {@code Quotient}, and makes the
 *     {@code ReachGraph} of groups; {@code SharedExits} counts once what all of them reach.
 * <li>{@code ReachIntervals} gives each group the intervals of groups that it reaches, within a
 *     {@link io.github.memdump.graph.ReachBudget}: {@code IntervalRows} keeps them, {@code IntervalUnion} and
 *     {@code IntervalCursors} merge them.
 * <li>{@code OpenGroups} are what is left: {@code BitParallelReach} sends 256 of them at a time through the groups, one
 *     bit lane each, by a {@code TopologicalSweep} for each thread of the {@code WorkerGroup}; {@code LaneCounters}
 *     adds up the lanes.
 * <li>{@code ReachSketches} estimates what is open still; {@code RegisterSums} reads the sketches.
 * </ol>
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
 * <li>M. Then et al.: The More the Merrier: Efficient Multi-Source Graph Traversal, Proceedings of the VLDB Endowment
 *     8, 2014; M. Borassi: A Note on the Complexity of Computing the Number of Reachable Vertices in a Digraph,
 *     Information Processing Letters 116, 2016; R. Agrawal, A. Borgida, H. Jagadish: Efficient Management of
 *     Transitive Relationships in Large Data and Knowledge Bases, SIGMOD 1989; E. Nuutila: Efficient Transitive Closure
 *     Computation in Large Digraphs, Acta Polytechnica Scandinavica 74, 1995; O. Ertl: New Cardinality Estimation
 *     Algorithms for HyperLogLog Sketches, 2017 ({@link io.github.memdump.graph.ReachCounts}).
 * </ul>
 */
package io.github.memdump.graph;
