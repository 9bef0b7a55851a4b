package io.github.memdump.gephi.window.dominators;

/** What the tab shows: rows of a tree, or of a list of objects and what hangs on them. Made in the background. */
final class DominatorContent {
    private final DominatorTree tree;
    private final Branches branches;
    private final DominatorWords words;

    private DominatorContent(DominatorTree tree, Branches branches, DominatorRows rows, String top) {
        this.tree = tree;
        this.branches = branches;
        this.words = new DominatorWords(tree.heap(), branches, rows, top);
    }

    /** Returns the tree of a whole heap, which is called {@code top}. */
    static DominatorContent wholeHeap(DominatorTree tree, boolean grouped, String top) {
        Branches branches = branches(tree, grouped);
        return new DominatorContent(tree, branches, new DominatorRows(branches), top);
    }

    /** Returns a list of objects, which is called {@code top}, and what hangs on each. */
    static DominatorContent only(DominatorTree tree, boolean grouped, int[] objects, String top) {
        Branches branches = branches(tree, grouped);
        return new DominatorContent(tree, branches, new DominatorRows(branches, objects), top);
    }

    private static Branches branches(DominatorTree tree, boolean grouped) {
        return grouped ? new ClassBranches(tree) : tree;
    }

    /** Returns the tree behind it. */
    DominatorTree tree() {
        return tree;
    }

    /** Returns what hangs on what. */
    Branches branches() {
        return branches;
    }

    /** Returns the rows, in words. */
    DominatorWords words() {
        return words;
    }

    /** Returns an object, or of a group the one that retains most. */
    int objectOf(int node) {
        return branches.isObject(node) ? node : branches.children(node)[0];
    }

    /** Returns the name of the class of an object, or of those of a group. */
    String className(int node) {
        return tree.heap().className(objectOf(node));
    }
}
