package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;

/** Compares a dump with another one, or a part of it with the rest. Immutable. */
final class Comparison {
    private final Dump dump;

    Comparison(Dump dump) {
        this.dump = dump;
    }

    /** Returns the objects that another dump, or a part of one, does not have. */
    Dump with(Dump other) {
        HeapDiff diff = HeapDiff.between(other.heap(), dump.heap(), dump.source().task());
        dump.source().doubt(diff);
        NodeSet fresh = diff.newObjects();
        HeapSubset left = other.size() == other.heap().objectCount() ? dump.subset().keep(fresh)
            : dump.subset().keep(object -> fresh.contains(object)
                || !other.subset().contains(counterpart(other.heap(), object)));
        return dump.with(left, dump.known().compared(diff));
    }

    /** Returns the object of the other heap that is, or was, at the place of one that is not new. */
    private int counterpart(Heap other, int object) {
        return dump.heap().isRoot(object) ? other.rootNamed(dump.heap().identity(object))
            : other.at(dump.heap().address(object));
    }

    /** Returns where some objects meet the rest. */
    DumpBorder borderOf(Dump inside, NodeSet inner) {
        HeapSubset subset = dump.subset();
        Task task = dump.source().task();
        Border border = Border.of(subset, inner, task);
        KeepAlive all = KeepAlive.of(subset, border.newBorder(), task);
        KeepAlive inNew = KeepAlive.of(subset.keep(inner), border.newBorder(), task);
        Known found = dump.known().or(inside.known()).bordered(border, all, inNew);
        return new DumpBorder(dump.with(subset.keep(border.oldBorder()), found),
            dump.with(subset.keep(border.newBorder()), found), border.edgesAcross());
    }
}
