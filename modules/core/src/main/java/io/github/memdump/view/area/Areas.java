package io.github.memdump.view.area;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Folds the dominator tree into a bounded number of areas: what is large is opened first, alike objects below one
 * another share an area, and what is small is told together. Each area is as large as what it retains; what it has
 * more than the areas in it are its own bytes, or it was not opened.
 *
 * <p>Linear in the objects, but for sorting what an area contains. Used once; not thread-safe.
 */
public final class Areas {
    /** The most areas directly in one. */
    private static final int WIDEST = 60;
    /** An object that has at least one part in so many of what contains it stands by itself. */
    private static final int NOTABLE = 20;

    private final Heap heap;
    private final Retained retained;
    private final Graph tree;
    private final long @Nullable [] newSizes;
    private final int most;
    private final List<Area> areas = new ArrayList<>();
    private final List<Members> members = new ArrayList<>();

    private Areas(Findings findings, int most, Task task) {
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.tree = retained.dominators().tree(task);
        this.most = most;
        NodeSet fresh = findings.diff().map(HeapDiff::newOfProgram).orElse(NodeSet.none(heap.objectCount()));
        this.newSizes = fresh.isEmpty() ? null
            : retained.dominators().retainedSums(object -> fresh.contains(object) ? heap.memsize(object) : 0, task);
    }

    /**
     * Returns the areas, each after the one that contains it, and within one the larger ones first.
     *
     * @param findings with what is retained
     * @param most     the most areas
     */
    public static List<Area> of(Findings findings, int most, Task task) {
        Areas result = new Areas(findings, most, task);
        result.fill();
        return Collections.unmodifiableList(result.areas);
    }

    private void fill() {
        Members all = new Members();
        all.add(heap.objectCount(), 0, 0, 0);
        PriorityQueue<Integer> unopened = new PriorityQueue<>(
            Comparator.comparingLong((Integer place) -> -areas.get(place).size()).thenComparing(place -> place));
        open(Area.NO_PARENT, all, unopened);
        while (!unopened.isEmpty() && areas.size() < most) {
            int largest = unopened.remove();
            open(largest, members.set(largest, null), unopened);
        }
    }

    /** Adds what the members of an area dominate immediately, as far as there is room. */
    private void open(int area, Members opened, PriorityQueue<Integer> unopened) {
        List<Members> parts = parts(opened);
        int room = Math.min(WIDEST, most - areas.size());
        int shown = parts.size() <= room ? parts.size() : room - 1;
        for (Members part : parts.subList(0, shown)) {
            areas.add(new Area(part.count() == 1 ? Area.Kind.OBJECT : Area.Kind.ALIKE, area, part));
            members.add(part);
            unopened.add(areas.size() - 1);
        }
        if (shown < parts.size()) {
            Members rest = new Members();
            parts.subList(shown, parts.size()).forEach(rest::addAll);
            areas.add(new Area(Area.Kind.REST, area, rest));
            members.add(null);
        }
    }

    private List<Members> parts(Members opened) {
        long whole = 0;
        for (int i = 0; i < opened.count(); i++) {
            for (int next = tree.from(opened.at(i)); next < tree.to(opened.at(i)); next++) {
                whole += retained.size(tree.target(next));
            }
        }
        List<Members> parts = new ArrayList<>();
        Map<Long, Members> alike = new HashMap<>();
        for (int i = 0; i < opened.count(); i++) {
            for (int next = tree.from(opened.at(i)); next < tree.to(opened.at(i)); next++) {
                int object = tree.target(next);
                Members part = retained.size(object) * NOTABLE >= whole && whole > 0 ? null : alike.get(key(object));
                if (part == null) {
                    part = new Members();
                    parts.add(part);
                    if (retained.size(object) * NOTABLE < whole || whole == 0) {
                        alike.put(key(object), part);
                    }
                }
                part.add(object, retained.count(object), retained.size(object),
                    newSizes == null ? 0 : newSizes[object]);
            }
        }
        // What comes first in the heap comes first here where sizes are equal: the sort is stable.
        parts.sort(Comparator.comparingLong((Members part) -> -part.size()));
        return parts;
    }

    private long key(int object) {
        return (long) heap.classNumber(object) << Integer.SIZE | (heap.site(object) & 0xFFFF_FFFFL);
    }
}
