package io.github.memdump.cli.report.story;

import io.github.memdump.answer.content.PathLine;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells paths from the roots with what each step is held by, as far as that was found out; of a long path its ends. Not
 * thread-safe.
 */
public final class NamedPaths {
    private final Chains chains;
    private final PathLine line;

    /** Prepares to tell paths of findings that have distances. */
    public NamedPaths(Evidence evidence) {
        Heap heap = evidence.heap();
        ObjectNames names = new ObjectNames(heap);
        this.chains = new Chains(evidence.findings().fromRoots().orElseThrow(), heap.objectCount(), names::of);
        this.line = new PathLine(names, heap, evidence.names());
    }

    /** Returns the parts of a shortest path to an object, which comes last; of none that no root reaches it. */
    public List<String> to(int object) {
        if (object == Heap.NO_OBJECT) {
            return List.of(Chains.UNREACHABLE);
        }
        List<int[]> ends = chains.ends(object);
        return ends.isEmpty() ? chains.to(object) : told(ends, chains.length(object));
    }

    /** Returns the parts of a path. */
    public List<String> along(int[] path) {
        return told(Chains.ends(path), path.length);
    }

    private List<String> told(List<int[]> ends, int length) {
        List<String> parts = new ArrayList<>(line.parts(ends.get(0)));
        if (ends.size() > 1) {
            parts.add(Chains.more(length));
            parts.addAll(line.parts(ends.get(1)));
        }
        return parts;
    }
}
