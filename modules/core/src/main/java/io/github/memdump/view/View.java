package io.github.memdump.view;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A bounded picture of a heap, laid out and styled. Immutable. */
public final class View {
    /** What stands behind the identity of an object in the name of the rest that hangs on it. */
    public static final String REST = "+";
    /** The name of the column that tells how many objects a node stands for. */
    public static final String OBJECTS = "objects";
    /** The name of the column of {@link #rank}. */
    public static final String RANK = "rank";

    private final Recipe recipe;
    private final Findings findings;
    /** The findings and what the records of the objects say. */
    private final Findings told;
    private final List<ViewNode> nodes;
    private final List<ViewEdge> edges;
    private final List<String> omissions;
    private final Sketch sketch;
    private final NodeIds ids;

    /**
     * Makes a view.
     *
     * @param recipe    how it was made
     * @param findings  what is known of its objects; the values of its node columns
     * @param nodes     the nodes, each object and each rest at most once
     * @param edges     the edges, between these nodes, at most one for each ordered pair and kind
     * @param omissions what the budget cut off, one sentence each, and how to get it
     */
    public View(Recipe recipe, Findings findings, List<ViewNode> nodes, List<ViewEdge> edges, List<String> omissions) {
        this(recipe, findings, findings, nodes, edges, omissions, Sketch.NONE);
    }

    public View(Recipe recipe, Findings findings, Findings told, List<ViewNode> nodes, List<ViewEdge> edges,
        List<String> omissions, Sketch sketch) {
        this.recipe = recipe;
        this.findings = findings;
        this.told = told;
        this.nodes = Collections.unmodifiableList(new ArrayList<>(nodes));
        this.edges = Collections.unmodifiableList(new ArrayList<>(edges));
        this.omissions = Collections.unmodifiableList(new ArrayList<>(omissions));
        this.sketch = sketch;
        this.ids = new NodeIds(findings, this.nodes);
    }

    /** Returns how the view was made. */
    public Recipe recipe() {
        return recipe;
    }

    /** Returns what is known of the heap, which views of the same dumps share. */
    public Findings findings() {
        return findings;
    }

    /** Returns the nodes. */
    public List<ViewNode> nodes() {
        return nodes;
    }

    /**
     * Returns the name of a node, unique in the view and the same in every view: the identity of its object, with
     * {@code +} behind it for a rest; for a group its id, which is no identity. It has no control characters, which are
     * written as {@code %1B}; should a dump give two objects one name, the second ends in {@code ~2}.
     */
    public String id(ViewNode node) {
        return ids.of(node);
    }

    /**
     * Returns whether a node stands for what the budget cut off, of an object or of the whole view. Among nodes that
     * are ranked, filtered and sorted by their figures it has none.
     */
    public boolean isRest(ViewNode node) {
        return node.isRest() || node.group().filter(ViewGroup::isRest).isPresent();
    }

    /** Returns the number of a column for a node, {@link Findings#ABSENT} where there is none. */
    public long number(Column column, ViewNode node) {
        if (node.group().isPresent()) {
            return node.group().get().number(column);
        }
        if (node.isRest()) {
            return Findings.ABSENT;
        }
        long number = told.number(column, node.object());
        boolean isHolder = number == Findings.ABSENT && column == Column.KEEPALIVE_NEW_COUNT;
        return isHolder ? sketch.keptThrough(node.object()) : number;
    }

    /** Returns the text of a column for a node, empty where there is none. */
    public String text(Column column, ViewNode node) {
        if (column == Column.OBJECT) {
            return id(node);
        }
        if (node.group().isPresent()) {
            return node.group().get().text(column);
        }
        long number = column == Column.KEEPALIVE_NEW_COUNT ? number(column, node) : Findings.ABSENT;
        return node.isRest() ? "" : number != Findings.ABSENT ? Long.toString(number)
            : told.text(column, node.object());
    }

    /**
     * Returns a figure made for rankings, in which the culprit comes first: the logarithm, to base 10, of one more than
     * how many new objects a node keeps alive; where there is one dump, of how many bytes it retains, or has if it
     * stands for a class. 0 for what keeps nothing new alive.
     */
    public double rank(ViewNode node) {
        Column figure = node.group().isPresent() ? Column.MEMSIZE
            : findings.diff().isPresent() ? Column.KEEPALIVE_NEW_COUNT : Column.RETAINED_SIZE;
        long number = number(figure, node);
        if (number == Findings.ABSENT && figure == Column.KEEPALIVE_NEW_COUNT && number(Column.IN_AFTER, node) == 1) {
            number = number(Column.RETAINED_COUNT, node);
        }
        return Math.log10(1 + (double) Math.max(0, number));
    }

    /** Returns the edges. */
    public List<ViewEdge> edges() {
        return edges;
    }

    /** Returns what the budget cut off, in sentences; empty if nothing. */
    public List<String> omissions() {
        return omissions;
    }

    /** Returns what a picture draws beside nodes and edges. */
    public Sketch sketch() {
        return sketch;
    }
}
