package io.github.memdump.view;

import io.github.memdump.text.Printable;

/** An edge of a view. Immutable. */
public final class ViewEdge {
    private final int source;
    private final int target;
    private final EdgeKind kind;
    private final int weight;
    private final String name;

    /** Makes an edge between two nodes, given by their index in {@link View#nodes}, for so many references. */
    public ViewEdge(int source, int target, EdgeKind kind, int weight) {
        this(source, target, kind, weight, "");
    }

    private ViewEdge(int source, int target, EdgeKind kind, int weight, String name) {
        this.source = source;
        this.target = target;
        this.kind = kind;
        this.weight = weight;
        this.name = Printable.of(name);
    }

    /** Returns this edge with what its reference is called for people; what is not printable is escaped. */
    public ViewEdge named(String called) {
        return new ViewEdge(source, target, kind, weight, called);
    }

    /** Returns this edge for so many references. */
    public ViewEdge weighing(int references) {
        return new ViewEdge(source, target, kind, references, name);
    }

    /** Returns the index in {@link View#nodes} of the node it comes from. */
    public int source() {
        return source;
    }

    /** Returns the index in {@link View#nodes} of the node it goes to. */
    public int target() {
        return target;
    }

    /** Returns what it stands for. */
    public EdgeKind kind() {
        return kind;
    }

    /** Returns how many references it stands for. */
    public int weight() {
        return weight;
    }

    /**
     * Returns by what its source holds its target: "@sessions", "constant Shop", "value of a String key"; empty where
     * that is not known, and where it stands for no reference of one to another object.
     */
    public String name() {
        return name;
    }
}
