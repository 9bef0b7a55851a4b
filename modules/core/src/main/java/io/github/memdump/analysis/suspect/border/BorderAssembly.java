package io.github.memdump.analysis.suspect.border;

import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.line.ApplicationLines;
import io.github.memdump.analysis.suspect.weight.KindCounts;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts the new border and what grew into the rows of {@link BorderGroups}. */
final class BorderAssembly {
    /** Where so many lines made hardly more than one object each, as code that is compiled anew, lines say nothing. */
    private static final int MANY_LINES = 10;
    private static final int ANY_LINE = Integer.MIN_VALUE;
    /** What came together into one holder differs by no more than so many times. */
    private static final int ALIKE = 2;

    private final Findings findings;
    private final Heap heap;
    private final HeapDiff diff;
    private final BreadthFirst fromRoots;
    private final ProgramObjects objects;
    private final BorderHolders holders;
    private final SuspectOfObject suspectOf;
    private final ApplicationLines lines;

    BorderAssembly(Findings findings, Suspects suspects, Task task) {
        this.findings = findings;
        this.heap = findings.heap();
        this.diff = findings.diff().orElseThrow();
        this.fromRoots = findings.fromRoots().orElseThrow();
        this.objects = ProgramObjects.of(heap);
        this.holders = new BorderHolders(heap, objects, diff.newObjects(),
            findings.border().orElseThrow().newBorder(), fromRoots);
        this.suspectOf = new SuspectOfObject(suspects, findings.retained().orElseThrow().dominators(),
            diff.newObjects());
        this.lines = new ApplicationLines(heap, findings.retained().orElseThrow().dominators().tree(task),
            diff.newObjects());
    }

    List<BorderGroups.Row> rows(NodeSet chosen) {
        Map<List<Integer>, IntList> byKey = new LinkedHashMap<>();
        for (int object : BorderRows.ranked(findings)) {
            if (chosen.contains(object)) {
                add(byKey, outside(holders.of(object)), object, content(object));
            }
        }
        List<BorderGroups.Row> rows = new ArrayList<>();
        overLines(byKey).forEach((key, members) -> rows.add(ofNew(key.get(0), members.toArray())));
        grown(chosen).forEach((key, members) -> rows.add(ofGrown(key.get(0), members.toArray())));
        List<BorderGroups.Row> ranked = withOwnLines(rows);
        ranked.sort(Comparator
            .comparingInt((BorderGroups.Row row) -> row.suspect() == 0 ? Integer.MAX_VALUE : row.suspect())
            .thenComparingLong(row -> row.suspect() == 0 ? -row.keptNew() : -row.retained() - row.grown())
            .thenComparingLong(row -> -row.keptNew()).thenComparingLong(row -> -row.grown())
            .thenComparingInt(BorderGroups.Row::example));
        return ranked;
    }

    /** Returns the old objects that became larger and hold nothing new. */
    private Map<List<Integer>, IntList> grown(NodeSet chosen) {
        Map<List<Integer>, IntList> byKey = new LinkedHashMap<>();
        NodeSet oldBorder = findings.border().orElseThrow().oldBorder();
        diff.grownObjects().forEach(object -> {
            if (chosen.contains(object) && objects.isPrograms(object) && fromRoots.isReached(object)
                && !oldBorder.contains(object)) {
                int parent = fromRoots.parent(object);
                add(byKey, outside(parent == BreadthFirst.NO_PARENT ? Heap.NO_OBJECT : parent), object, object);
            }
        });
        return byKey;
    }

    private void add(Map<List<Integer>, IntList> byKey, int holder, int object, int like) {
        List<Integer> key = List.of(holder, KindCounts.classOrKind(heap, like), heap.site(like));
        byKey.computeIfAbsent(key, any -> new IntList()).add(object);
    }

    /** Returns the groups, those of one holder and class in one where nearly each has a line of its own. */
    private static Map<List<Integer>, IntList> overLines(Map<List<Integer>, IntList> byKey) {
        Map<List<Integer>, int[]> sums = new HashMap<>();
        byKey.forEach((key, members) -> {
            int[] sum = sums.computeIfAbsent(key.subList(0, 2), any -> new int[2]);
            sum[0]++;
            sum[1] += members.size();
        });
        Map<List<Integer>, IntList> result = new LinkedHashMap<>();
        byKey.forEach((key, members) -> {
            int[] sum = sums.getOrDefault(key.subList(0, 2), new int[2]);
            boolean isOfNoLine = sum[0] >= MANY_LINES && sum[1] < 2 * sum[0];
            IntList all = result.computeIfAbsent(isOfNoLine ? List.of(key.get(0), key.get(1), ANY_LINE) : key,
                any -> new IntList());
            for (int i = 0; i < members.size(); i++) {
                all.add(members.get(i));
            }
        });
        return result;
    }

    /** Returns a holder, in place of a hidden table the object that has it. */
    private int outside(int holder) {
        int outside = holder;
        while (outside != Heap.NO_OBJECT && objects.isTable(outside)
            && fromRoots.parent(outside) != BreadthFirst.NO_PARENT) {
            outside = fromRoots.parent(outside);
        }
        return outside;
    }

    /**
     * Returns an object; in place of what only leads to a suspect one of what makes that, and in place of a hidden
     * table one of what most of it holds.
     */
    private int content(int object) {
        int[] tops = objects.isPrograms(object) ? new int[0] : suspectOf.topsBelow(object);
        if (tops.length > 0) {
            return tops[0];
        }
        if (!objects.isTable(object)) {
            return object;
        }
        Map<Long, Integer> counts = new HashMap<>();
        Graph references = heap.references();
        int most = 0;
        int content = object;
        for (int i = references.from(object); i < references.to(object); i++) {
            int target = references.target(i);
            if (diff.newObjects().contains(target)) {
                int count = counts.merge(kind(target), 1, Integer::sum);
                content = count > most ? target : content;
                most = Math.max(most, count);
            }
        }
        return content;
    }

    private long kind(int object) {
        return (long) KindCounts.classOrKind(heap, object) << Integer.SIZE | (heap.site(object) & 0xFFFF_FFFFL);
    }

    private BorderGroups.Row ofNew(int holder, int[] members) {
        long kept = 0;
        long retained = 0;
        IntList shown = new IntList();
        for (int object : members) {
            kept += Math.max(0, findings.number(Column.KEEPALIVE_NEW_COUNT, object));
            retained += Math.max(0, findings.number(Column.RETAINED_SIZE, object));
            addContents(object, shown);
        }
        return row(holder, members, shown.toArray(), kept, retained, 0);
    }

    private void addContents(int object, IntList shown) {
        int content = content(object);
        if (content == object) {
            shown.add(object);
            return;
        }
        int[] tops = suspectOf.topsBelow(object);
        if (tops.length > 0 && tops[0] == content) {
            IntStream.of(tops).filter(top -> kind(top) == kind(content)).forEach(shown::add);
            return;
        }
        Graph references = heap.references();
        for (int i = references.from(object); i < references.to(object); i++) {
            int target = references.target(i);
            if (diff.newObjects().contains(target) && kind(target) == kind(content)) {
                shown.add(target);
            }
        }
    }

    private BorderGroups.Row ofGrown(int holder, int[] members) {
        long retained = 0;
        long grown = 0;
        for (int object : members) {
            retained += Math.max(0, findings.number(Column.RETAINED_SIZE, object));
            grown += diff.growth(object);
        }
        return row(holder, members, members, 0, retained, grown);
    }

    private BorderGroups.Row row(int holder, int[] members, int[] shown, long kept, long retained, long grown) {
        int suspect = Integer.MAX_VALUE;
        for (int object : members) {
            suspect = Math.min(suspect, suspectOf.number(object));
        }
        int site = heap.site(shown[0]);
        boolean isOfOneLine = heap.site(shown[shown.length - 1]) == site;
        int own = lines.isLibrary(site) || !isOfOneLine
            ? lines.of(shown).map(ApplicationLines.Line::site).orElse(SiteTable.NO_SITE) : SiteTable.NO_SITE;
        return new BorderGroups.Row(holder, shown, kept, retained, grown,
            suspect == SuspectOfObject.NONE ? 0 : suspect, own == SiteTable.NO_SITE ? site : own);
    }

    /** Where a library allocated a group, and all that it holds: the line of what came with it, as a key of a Hash. */
    private List<BorderGroups.Row> withOwnLines(List<BorderGroups.Row> rows) {
        Map<Integer, List<BorderGroups.Row>> ownByHolder = new HashMap<>();
        for (BorderGroups.Row row : rows) {
            if (row.grown() == 0 && row.site() != SiteTable.NO_SITE && !lines.isLibrary(row.site())) {
                ownByHolder.computeIfAbsent(row.holder(), any -> new ArrayList<>()).add(row);
            }
        }
        List<BorderGroups.Row> result = new ArrayList<>();
        for (BorderGroups.Row row : rows) {
            boolean isAsked = row.grown() == 0 && row.holder() != Heap.NO_OBJECT && lines.isLibrary(row.site());
            result.add(!isAsked ? row : ownByHolder.getOrDefault(row.holder(), List.of()).stream()
                .filter(other -> other.objects() <= ALIKE * row.objects() && row.objects() <= ALIKE * other.objects())
                .map(other -> row.at(other.site())).findFirst().orElse(row));
        }
        return result;
    }
}
