package io.github.memdump.view;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the objects of each group: one of them, and the part that most of them play. Linear time, 52 bytes
 * per group. Not changed once made.
 */
final class GroupMembers {
    private final int[] firsts;
    private final int[][] counts;

    GroupMembers(Findings findings, Grouping grouping, NodeSet objects, ClassGraph graph) {
        Heap heap = findings.heap();
        Map<String, Integer> groups = new HashMap<>();
        for (int group = 0; group < graph.size(); group++) {
            groups.put(graph.key(group), group);
        }
        boolean byClass = grouping == Grouping.CLASS;
        int[] groupOfNumber = new int[byClass ? heap.classes().size() : heap.sites().size() + 1];
        Arrays.fill(groupOfNumber, Heap.NO_OBJECT);
        firsts = new int[graph.size()];
        Arrays.fill(firsts, Heap.NO_OBJECT);
        counts = new int[graph.size()][NodeRole.values().length];
        Roles roles = new Roles(findings, NodeSet.none(heap.objectCount()));
        objects.forEach(object -> {
            int number = byClass ? heap.classNumber(object) : heap.site(object) + 1;
            if (groupOfNumber[number] == Heap.NO_OBJECT) {
                groupOfNumber[number] = groups.get(byClass ? heap.className(object)
                    : heap.sites().place(heap.site(object)));
            }
            int group = groupOfNumber[number];
            firsts[group] = firsts[group] == Heap.NO_OBJECT ? object : firsts[group];
            counts[group][roles.of(object).ordinal()]++;
        });
    }

    /** Returns one of the objects. */
    int first(int group) {
        return firsts[group];
    }

    /** Returns the part that most of the objects play. */
    NodeRole role(int group) {
        int most = 0;
        for (int role = 1; role < counts[group].length; role++) {
            most = counts[group][role] > counts[group][most] ? role : most;
        }
        return NodeRole.values()[most];
    }
}
