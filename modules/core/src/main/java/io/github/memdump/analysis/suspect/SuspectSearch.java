package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.HeavyObjects;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks down the heavy part of the dominator tree. Where the heavy children of an object leave enough over to be a
 * suspect, something gathers: in the object if it is the program's; otherwise among its light children, which then have
 * several holders, and are taken together by class. Many heavy children alike have gathered as light ones do. Each
 * object of the tree is looked at a bounded number of times.
 */
final class SuspectSearch {
    /** As long as one child keeps this part, the memory gathers further down. */
    private static final double MOST = 0.7;
    /** The most bytes that a Hash or an Array takes for one entry when it has just grown. */
    private static final int LARGEST_ENTRY = 100;
    private static final int DEEPEST = 6;

    private final Heap heap;
    private final Subtrees subtrees;
    private final Graph tree;
    private final ProgramObjects objects;
    private final Weights weights;
    private final Literals literals;
    private final NodeSet newOnes;
    private final NodeSet carriers;
    /** What is heavy, and not one of many alike. */
    private final NodeSet apart;
    private final List<Find> found = new ArrayList<>();

    /** What was found: one object and what it retains, or members that several objects share. */
    static final class Find {
        SuspectShape shape = SuspectShape.SHARED;
        /** What retains it; the members, where they are shared. */
        int[] tops = {};
        int point;
        int parent;
        /** What has gathered. */
        List<int[]> gathered = new ArrayList<>();
        /** The objects whose holders are to be found, if it is not {@link #point} alone. */
        int[] members = {};
        Amount amount = Amount.NONE;
        /** The same without what heavy children hold, which is told by itself. */
        Amount own = Amount.NONE;
    }

    /**
     * Prepares.
     *
     * @param newOnes  of two dumps the new objects, of one none
     * @param repeated which of them count though only Ruby's tables and code hold them
     */
    SuspectSearch(Heap heap, Subtrees subtrees, ProgramObjects objects, Weights weights, Anchors anchors,
        NodeSet newOnes, NodeSet repeated) {
        this.heap = heap;
        this.subtrees = subtrees;
        this.tree = subtrees.tree();
        this.objects = objects;
        this.weights = weights;
        this.literals = new Literals(heap, subtrees, objects, anchors, repeated);
        this.newOnes = newOnes;
        this.carriers = carriers();
        this.apart = new HeavyObjects(heap, subtrees, weights, carriers).apart();
    }

    /**
     * Returns the program's objects, what carries them, and inside them the tables, as in a queue or a long array, and
     * the classes that they hold.
     */
    private NodeSet carriers() {
        NodeSet.Builder result = NodeSet.builder(heap.objectCount());
        for (int i = 0; i < subtrees.size(); i++) {
            int object = subtrees.at(i);
            int above = subtrees.dominator(object);
            boolean isInside = above >= 0 && result.contains(above);
            if (objects.weighs(object)
                || (isInside && (objects.isTable(object) || heap.isToHeldClass(above, object)))) {
                result.add(object);
            }
        }
        return result.build();
    }

    List<Find> run() {
        IntList open = new IntList();
        open.add(subtrees.root());
        while (open.size() > 0) {
            int node = open.get(open.size() - 1);
            open.truncate(open.size() - 1);
            for (int i = tree.from(node); i < tree.to(node); i++) {
                if (apart.contains(tree.target(i))) {
                    open.add(tree.target(i));
                }
            }
            Amount rest = rest(node);
            if (weights.isHeavy(rest)) {
                if (node != subtrees.root() && carriers.contains(node)) {
                    found.add(single(node, rest));
                } else {
                    shared(node);
                }
            }
        }
        return found;
    }

    /**
     * Returns what an object dominates without its heavy children. The table of an old one grows with what it holds, so
     * that its own growth is no matter beside them.
     */
    private Amount rest(int node) {
        Amount rest = node == subtrees.root() ? weights.total() : weights.of(node);
        boolean hasOthers = false;
        for (int i = tree.from(node); i < tree.to(node); i++) {
            if (apart.contains(tree.target(i))) {
                rest = rest.minus(weights.of(tree.target(i)));
                hasOthers = true;
            }
        }
        boolean isOwnGrowth = hasOthers && node != subtrees.root() && !weights.weighs(node);
        return isOwnGrowth ? rest.minus(new Amount(0, weights.ownSize(node))) : rest;
    }

    private Find single(int node, Amount rest) {
        IntList path = upwards(node);
        int point = downwards(node, rest, path);
        Find find = new Find();
        find.tops = new int[] {path.get(0)};
        find.parent = subtrees.dominator(path.get(0));
        find.point = named(path);
        find.amount = weights.of(path.get(0));
        find.own = find.amount.minus(weights.of(node).minus(rest));
        int[] chain = Chain.links(heap, objects, weights, path);
        if (chain.length > 0) {
            find.shape = SuspectShape.CHAIN;
            find.point = chain[0];
            find.gathered.add(chain);
        } else {
            boolean isLarge = isLarge(point, find.amount);
            find.shape = isLarge ? SuspectShape.LARGE : SuspectShape.CONTAINER;
            find.gathered.addAll(gathered(point));
            if (!isLarge && !find.gathered.isEmpty() && !holdsMost(point, find.gathered.get(0))) {
                find.members = find.gathered.get(0);
            }
        }
        return find;
    }

    /** An object is large by itself if it makes up half of the bytes, and that is more than a table of its entries. */
    private boolean isLarge(int point, Amount amount) {
        long own = weights.ownSize(point);
        return own * 2 >= amount.size() && own > LARGEST_ENTRY * amount.count()
            && (double) amount.size() / weights.total().size() >= amount.shareOf(weights.total());
    }

    /** Returns what has gathered in an object, by class; where it gathers in old ones of a class, what did so there. */
    private List<int[]> gathered(int point) {
        ClassGroups groups = new ClassGroups(heap, weights);
        List<int[]> gathered = groups.of(tree, new int[] {point}, child -> true);
        if (!gathered.isEmpty()) {
            gathered.set(0, gathering(gathered.get(0), groups));
        }
        return gathered;
    }

    /** Returns the objects from the topmost of the program that holds this one and little else down to it. */
    private IntList upwards(int node) {
        IntList up = new IntList();
        int top = node;
        up.add(top);
        for (int above = subtrees.dominator(top); above >= 0 && carriers.contains(above)
            && isOnlyHeavyChild(above, top); above = subtrees.dominator(top)) {
            top = above;
            up.add(top);
        }
        IntList down = new IntList();
        for (int i = up.size() - 1; i >= 0; i--) {
            if (down.size() > 0 || i == 0 || objects.isPrograms(up.get(i))) {
                down.add(up.get(i));
            }
        }
        return down;
    }

    /** Returns the last of a path that is no table of Ruby's: in the Array, not in the hidden array behind it. */
    private int named(IntList path) {
        int place = path.size() - 1;
        while (place > 0 && objects.isTable(path.get(place))) {
            place--;
        }
        return path.get(place);
    }

    private boolean isOnlyHeavyChild(int parent, int child) {
        for (int i = tree.from(parent); i < tree.to(parent); i++) {
            if (tree.target(i) != child && apart.contains(tree.target(i))) {
                return false;
            }
        }
        return !weights.isHeavy(weights.of(parent).minus(weights.of(child)));
    }

    private int downwards(int node, Amount rest, IntList path) {
        int point = node;
        double share = rest.shareOf(weights.total());
        while (true) {
            int most = Heap.NO_OBJECT;
            double mostShare = 0;
            for (int i = tree.from(point); i < tree.to(point); i++) {
                int child = tree.target(i);
                double childShare = weights.of(child).shareOf(weights.total());
                if (carriers.contains(child) && !apart.contains(child) && childShare > mostShare) {
                    most = child;
                    mostShare = childShare;
                }
            }
            if (mostShare < MOST * share) {
                return point;
            }
            point = most;
            share = mostShare;
            path.add(point);
        }
    }

    private boolean holdsMost(int holder, int[] members) {
        int held = 0;
        for (int member : members) {
            held += heap.references().hasEdge(holder, member) ? 1 : 0;
        }
        return held * 2 >= members.length;
    }

    private void shared(int parent) {
        ClassGroups groups = new ClassGroups(heap, weights);
        for (int[] members : groups.of(tree, lightOnesOfRuby(parent), child -> carriers.contains(child)
            && !weights.isHeavy(child) && literals.areNot(child))) {
            if (!weights.isHeavy(groups.sum(members))) {
                continue;
            }
            Find find = new Find();
            find.shape = SuspectShape.SHARED;
            find.tops = members;
            find.parent = parent;
            find.point = Heap.NO_OBJECT;
            find.amount = groups.sum(members);
            find.own = find.amount;
            find.members = gathering(members, groups);
            find.gathered.add(find.members);
            found.add(find);
        }
    }

    /** Returns an object with the light ones of Ruby's own below it, such as finalizers, methods, unnamed classes. */
    private int[] lightOnesOfRuby(int parent) {
        IntList result = new IntList();
        result.add(parent);
        for (int next = 0; next < result.size(); next++) {
            int object = result.get(next);
            for (int i = tree.from(object); i < tree.to(object); i++) {
                int child = tree.target(i);
                if (!carriers.contains(child) && !weights.isHeavy(child) && weights.isLoaded(child)) {
                    result.add(child);
                }
            }
        }
        return result.toArray();
    }

    /** Where members are old, what is new gathers in them or in one thing of each: follows it down, class by class. */
    private int[] gathering(int[] members, ClassGroups groups) {
        int[] level = members;
        for (int depth = 0; depth < DEEPEST && !newOnes.isEmpty() && isMostlyOld(level); depth++) {
            List<int[]> below = groups.of(tree, level, carriers::contains);
            if (below.isEmpty() || groups.sum(below.get(0)).shareOf(weights.total())
                < groups.sum(level).shareOf(weights.total()) / 2) {
                break;
            }
            level = below.get(0);
        }
        return level;
    }

    private boolean isMostlyOld(int[] level) {
        int old = 0;
        for (int object : level) {
            old += newOnes.contains(object) ? 0 : 1;
        }
        return old * 2 > level.length;
    }
}
