package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;

/** What was found about some objects of a heap; the items are these objects. 4 bytes each, none where all are. */
final class HeapFigures implements ItemFigures {
    private final Findings findings;
    private final int[] objects;
    private final int size;

    private HeapFigures(Findings findings, int[] objects, int size) {
        this.findings = findings;
        this.objects = objects;
        this.size = size;
    }

    /** Returns the figures of the members of a set, in their order. */
    static HeapFigures of(Findings findings, NodeSet objects) {
        boolean areAll = objects.size() == objects.nodeCount();
        return new HeapFigures(findings, areAll ? new int[0] : objects.toArray(), objects.size());
    }

    /** Returns the figures of the objects that nodes stand for, in the order of the nodes. */
    static HeapFigures of(Findings findings, ShownObjects shown) {
        return new HeapFigures(findings, shown.toArray(), shown.nodes().length);
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns the object that is an item. */
    private int object(int item) {
        return objects.length == 0 ? item : objects[item];
    }

    @Override
    public long number(Column column, int item) {
        return findings.number(column, object(item));
    }

    @Override
    public String text(Column column, int item) {
        return findings.text(column, object(item));
    }
}
