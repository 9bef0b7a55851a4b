package io.github.memdump.graph.reach;

import io.github.memdump.array.IntStack;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Quotient;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;

/**
 * Answers the groups that {@link ReachIntervals} leaves open: exactly as far as the budget goes, then by estimates.
 *
 * <p>A group with one way on reaches itself and what that leads to, so only those with several ways on are carried
 * through the graph. A group that reaches the hub is counted above it, and the reach of the hub is added. Only the
 * part of the graph that open groups reach takes memory: 4 bytes for each group of the whole graph, and for each of the
 * part 8 bytes, 4 per edge, and what {@link BitParallelReach} and {@link ReachSketches} take.
 */
final class OpenGroups {
    private final ReachGraph graph;
    private final int[] groupOf;
    private final int[] counts;
    private final Task task;
    private long budget;

    /**
     * Prepares the answers.
     *
     * @param groupOf the group of each node, or {@link Quotient#NO_GROUP}
     * @param counts  where the answer of each group is put, at its index
     */
    OpenGroups(ReachGraph graph, int[] groupOf, int[] counts, ReachBudget budget, Task task) {
        this.graph = graph;
        this.groupOf = groupOf;
        this.counts = counts;
        this.budget = budget.passSteps(graph.groupCount() + (long) graph.edgeCount());
        this.task = task;
    }

    /**
     * Answers some groups; returns those whose answer is an estimate.
     *
     * @param asked the groups, all open
     * @param open  all groups whose answer is not known yet
     */
    NodeSet answer(NodeSet asked, NodeSet open) {
        NodeSet.Builder needed = asked.toBuilder();
        for (int group = graph.groupCount() - 1; group >= 0; group--) {
            if (hasOneWay(group) && needed.contains(group) && open.contains(next(group))) {
                needed.add(next(group));
            }
        }
        NodeSet all = needed.build();
        NodeSet oneWay = NodeSet.where(graph.groupCount(), group -> all.contains(group) && hasOneWay(group));
        NodeSet.Builder estimated = answerAll(all.minus(oneWay)).toBuilder();
        oneWay.forEach(group -> {
            counts[group] = graph.weight(group) + counts[next(group)];
            if (estimated.contains(next(group))) {
                estimated.add(group);
            }
        });
        return estimated.build();
    }

    private boolean hasOneWay(int group) {
        return graph.to(group) - graph.from(group) == 1;
    }

    private int next(int group) {
        return graph.target(graph.from(group));
    }

    private NodeSet answerAll(NodeSet open) {
        NodeSet reaching = graph.reachingHub().and(open);
        return answer(reaching, graph.hub() + 1, graph.hubReach()).or(answer(open.minus(reaching), 0, 0));
    }

    private NodeSet answer(NodeSet open, int lowest, int extra) {
        if (open.isEmpty()) {
            return open;
        }
        int[] partOf = new int[graph.groupCount()];
        ProgressBatch steps = new ProgressBatch(task, "Preparing what many reach", -1);
        ReachGraph part = graph.part(open, lowest, partOf, steps);
        steps.finish();
        int[] groups = open.toArray();
        int[] sources = open.toArray();
        for (int i = 0; i < sources.length; i++) {
            sources[i] = partOf[sources[i]];
        }
        int[] answers = new int[part.groupCount()];
        BitParallelReach passes = new BitParallelReach(part, budget, task);
        boolean[] isCounted = passes.count(sources, answers);
        budget = passes.left();
        NodeSet.Builder estimated = NodeSet.builder(graph.groupCount());
        IntStack rest = new IntStack();
        for (int i = 0; i < groups.length; i++) {
            if (!isCounted[i]) {
                rest.push(sources[i]);
                estimated.add(groups[i]);
            }
        }
        if (!rest.isEmpty()) {
            new ReachSketches(part, groupOf.length, node -> groupOf[node] < 0 ? -1 : partOf[groupOf[node]], task)
                .estimate(rest.toArray(), answers);
        }
        for (int i = 0; i < groups.length; i++) {
            counts[groups[i]] = extra + answers[sources[i]];
        }
        return estimated.build();
    }
}
