package io.github.memdump.graph.reach;

import io.github.memdump.graph.ComponentSearch;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Quotient;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Everything that a walk reaches from some sources, in groups of nodes that every source reaches together or not at
 * all.
 *
 * <p>A strong component is such a group, and so is a component together with all those that only it refers to, as
 * long as no source lies in them. About three quarters of the objects of a heap have a single referrer and melt away.
 *
 * <p>The component with the most nodes is the hub. Groups are numbered so that every edge leads to a smaller number,
 * and that what the hub reaches comes first: it ends below {@code floor}, and the hub itself is {@code floor - 1}.
 * Costs 4 bytes per node and 4 per group, on the way 4 more per component, 8 unless all nodes are sources, and bits.
 */
final class Contraction {
    private static final int NOT_MET = -1;
    private static final int SEVERAL = -2;

    /** The group of each node, or {@link Quotient#NO_GROUP}. */
    final int[] groupOf;
    /** The number of nodes in each group, and 0 behind the last. */
    final int[] weight;
    /** The number of groups that the hub reaches, the hub included. */
    final int floor;

    private Contraction(int[] groupOf, int[] weight, int floor) {
        this.groupOf = groupOf;
        this.weight = weight;
        this.floor = floor;
    }

    /** Makes the groups of what the walk reaches from the sources, of which it must enter one at least. */
    static Contraction of(Walk walk, NodeSet sources, Task task) {
        ComponentSearch search = search(walk, sources, task);
        int[] componentOf = search.numbers();
        int components = search.count();
        int[] sizes = new int[components];
        for (int component : componentOf) {
            if (component != Quotient.NO_GROUP) {
                sizes[component]++;
            }
        }
        int hub = largest(sizes);
        int member = 0;
        while (componentOf[member] != hub) {
            member++;
        }
        NodeSet reach = Reachability.from(walk, new int[] {member}, task);

        NodeSet.Builder kept = NodeSet.builder(components);
        kept.add(hub);
        sources.forEach(source -> {
            if (walk.enters(source)) {
                kept.add(componentOf[source]);
            }
        });
        int[] heads = heads(walk, componentOf, kept.build(), task);
        for (int component = 0; component < heads.length; component++) {
            if (heads[component] != component) {
                sizes[heads[component]] += sizes[component];
            }
        }
        NodeSet.Builder low = NodeSet.builder(components);
        reach.forEach(node -> low.add(componentOf[node]));
        return number(componentOf, heads, sizes, low);
    }

    /** Returns the head of each component's group; an empty array where each is a group of its own. */

    private static int[] heads(Walk walk, int[] componentOf, NodeSet kept, Task task) {
        return kept.size() == kept.nodeCount() ? new int[0]
            : toHeads(onlyReferrers(walk, componentOf, kept.nodeCount(), task), kept);
    }

    /**
     * Begins with the sources that nothing refers to, and so numbers what lies below each node one after the other as
     * far as it can: a source visited after what it refers to would find it numbered already, here and there.
     */
    private static ComponentSearch search(Walk walk, NodeSet sources, Task task) {
        ProgressBatch steps = new ProgressBatch(task, "Finding where to begin", walk.nodeCount());
        NodeSet.Builder referred = NodeSet.builder(walk.nodeCount());
        for (int node = 0; node < walk.nodeCount(); node++) {
            int to = walk.enters(node) ? walk.to(node) : walk.from(node);
            for (int i = walk.from(node); i < to; i++) {
                if (walk.target(i) != node) {
                    referred.add(walk.target(i));
                }
            }
            steps.add(1);
        }
        steps.finish();
        ComponentSearch search = new ComponentSearch(walk, task);
        sources.minus(referred.build()).forEach(search::visit);
        sources.forEach(search::visit);
        return search;
    }

    private static int largest(int[] sizes) {
        int largest = 0;
        for (int component = 1; component < sizes.length; component++) {
            if (sizes[component] > sizes[largest]) {
                largest = component;
            }
        }
        return largest;
    }

    private static int[] onlyReferrers(Walk walk, int[] componentOf, int components, Task task) {
        ProgressBatch steps = new ProgressBatch(task, "Finding single referrers", walk.nodeCount());
        int[] only = new int[components];
        Arrays.fill(only, NOT_MET);
        for (int node = 0; node < componentOf.length; node++) {
            int source = componentOf[node];
            int to = source == Quotient.NO_GROUP ? walk.from(node) : walk.to(node);
            for (int i = walk.from(node); i < to; i++) {
                int target = componentOf[walk.target(i)];
                if (target != source && target != Quotient.NO_GROUP) {
                    only[target] = only[target] == NOT_MET || only[target] == source ? source : SEVERAL;
                }
            }
            steps.add(1);
        }
        steps.finish();
        return only;
    }

    /** Turns the only referrer of each component into the head of its group; a referrer has the larger number. */
    private static int[] toHeads(int[] only, NodeSet kept) {
        for (int component = only.length - 1; component >= 0; component--) {
            boolean melts = only[component] >= 0 && !kept.contains(component);
            only[component] = melts ? only[only[component]] : component;
        }
        return only;
    }

    /** Numbers the groups; what was the size of each component becomes the number of its group on the way. */
    private static Contraction number(int[] componentOf, int[] heads, int[] sizes, NodeSet.Builder low) {
        int components = sizes.length;
        int floor = 0;
        int groups = 0;
        for (int component = 0; component < components; component++) {
            boolean isHead = isHead(heads, component);
            floor += isHead && low.contains(component) ? 1 : 0;
            groups += isHead ? 1 : 0;
        }
        int[] weight = new int[groups + 1];
        int nextLow = 0;
        int nextHigh = floor;
        for (int component = 0; component < components; component++) {
            if (isHead(heads, component)) {
                int group = low.contains(component) ? nextLow++ : nextHigh++;
                weight[group] = sizes[component];
                sizes[component] = group;
            }
        }
        for (int node = 0; node < componentOf.length; node++) {
            if (componentOf[node] != Quotient.NO_GROUP) {
                int component = componentOf[node];
                componentOf[node] = sizes[heads.length == 0 ? component : heads[component]];
            }
        }
        return new Contraction(componentOf, weight, floor);
    }

    private static boolean isHead(int[] heads, int component) {
        return heads.length == 0 || heads[component] == component;
    }
}
