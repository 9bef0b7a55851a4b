/**
 * How many nodes each node reaches, counted on a ladder, which {@link io.github.memdump.graph.reach.ReachCounts}
 * climbs down until nothing is open. Knows {@code graph}. Each rung takes what the one above has left:
 *
 * <ol>
 * <li>{@code Contraction} merges what reaches each other and what has one entrance, on {@code Quotient}, and makes the
 *     {@code ReachGraph} of groups; {@code SharedExits} counts once what all of them reach.
 * <li>{@code ReachIntervals} gives each group the intervals of groups that it reaches, within a
 *     {@link io.github.memdump.graph.reach.ReachBudget}: {@code IntervalRows} keeps them, {@code IntervalUnion} and
 *     {@code IntervalCursors} merge them.
 * <li>{@code OpenGroups} are what is left: {@code BitParallelReach} sends 256 of them at a time through the groups, one
 *     bit lane each, by a {@code TopologicalSweep} for each thread of the {@code WorkerGroup}; {@code LaneCounters}
 *     adds up the lanes.
 * <li>{@code ReachSketches} estimates what is open still; {@code RegisterSums} reads the sketches.
 * </ol>
 *
 * <p>Sources: M. Then et al.: The More the Merrier: Efficient Multi-Source Graph Traversal, Proceedings of the VLDB
 * Endowment 8, 2014; M. Borassi: A Note on the Complexity of Computing the Number of Reachable Vertices in a Digraph,
 * Information Processing Letters 116, 2016; R. Agrawal, A. Borgida, H. Jagadish: Efficient Management of Transitive
 * Relationships in Large Data and Knowledge Bases, SIGMOD 1989; E. Nuutila: Efficient Transitive Closure Computation in
 * Large Digraphs, Acta Polytechnica Scandinavica 74, 1995; O. Ertl: New Cardinality Estimation Algorithms for
 * HyperLogLog Sketches, 2017.
 */
package io.github.memdump.graph.reach;
