package io.github.memdump.gephi.window.dominators;

import io.github.memdump.array.IntList;
import io.github.memdump.array.KeyOrder;
import io.github.memdump.array.Saturating;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dominator tree in which objects of one class under the same dominator make one node. Roots, classes and modules
 * stay by themselves: their names tell more than that they are classes. Groups are made when the children of a node
 * are first asked for, and keep 4 bytes for each of their objects. Thread-safe.
 */
final class ClassBranches implements Branches {
    private final DominatorTree tree;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Integer, int[]> known = new HashMap<>();

    /** Objects of a class that one node dominates. */
    private static final class Group {
        private final int parent;
        private final int[] members;
        private long size;
        private long own;
        private int count;

        Group(int parent, int[] members) {
            this.parent = parent;
            this.members = members;
        }
    }

    ClassBranches(DominatorTree tree) {
        this.tree = tree;
    }

    @Override
    public int root() {
        return tree.root();
    }

    @Override
    public int childCount(int node) {
        return isGroup(node) ? group(node).members.length : tree.childCount(node);
    }

    @Override
    public int[] children(int node) {
        if (isGroup(node)) {
            return group(node).members;
        }
        synchronized (this) {
            return known.computeIfAbsent(node, this::grouped);
        }
    }

    private int[] grouped(int node) {
        Map<String, IntList> byClass = new LinkedHashMap<>();
        IntList nodes = new IntList();
        Heap heap = tree.heap();
        for (int child : tree.children(node)) {
            int type = heap.type(child);
            if (type == RecordTypes.ROOT || type == RecordTypes.CLASS || type == RecordTypes.MODULE) {
                nodes.add(child);
            } else {
                byClass.computeIfAbsent(heap.className(child), absent -> new IntList()).add(child);
            }
        }
        byClass.values().forEach(members -> nodes.add(members.size() > 1
            ? numbered(node, members.toArray()) : members.get(0)));
        int[] order = KeyOrder.ascending(nodes.size(), place -> -retainedSize(nodes.get(place)));
        for (int i = 0; i < order.length; i++) {
            order[i] = nodes.get(order[i]);
        }
        return order;
    }

    private int numbered(int parent, int[] members) {
        Group group = new Group(parent, members);
        for (int member : members) {
            group.size = Saturating.sum(group.size, tree.retainedSize(member));
            group.count += tree.retainedCount(member);
            group.own = Saturating.sum(group.own, tree.ownSize(member));
        }
        groups.add(group);
        return root() + groups.size();
    }

    private boolean isGroup(int node) {
        return node > root();
    }

    private synchronized Group group(int node) {
        return groups.get(node - root() - 1);
    }

    @Override
    public long retainedSize(int node) {
        return isGroup(node) ? group(node).size : tree.retainedSize(node);
    }

    @Override
    public int retainedCount(int node) {
        return isGroup(node) ? group(node).count : tree.retainedCount(node);
    }

    @Override
    public long ownSize(int node) {
        return isGroup(node) ? group(node).own : tree.ownSize(node);
    }

    @Override
    public String name(int node) {
        if (!isGroup(node)) {
            return tree.name(node);
        }
        int[] members = group(node).members;
        return tree.heap().className(members[0]) + " \u00d7" + Amounts.count(members.length);
    }

    @Override
    public String selection(int node) {
        if (!isGroup(node)) {
            return tree.selection(node);
        }
        Group group = group(node);
        String dominator = group.parent == root() ? "ALL_ROOTS" : tree.heap().identity(group.parent);
        return "dominator = " + DominatorTree.quoted(dominator) + " and class = "
            + DominatorTree.quoted(tree.heap().className(group.members[0]))
            + " and not type in (ROOT, CLASS, MODULE)";
    }
}
