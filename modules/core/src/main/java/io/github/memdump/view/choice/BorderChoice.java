package io.github.memdump.view.choice;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses what shows a leak: the new border in the order of {@link BorderRows} with shortest paths from the roots
 * (three fifths of the budget), further old objects that hold it (a tenth), then what the new border holds and the
 * rest of it, what retains most first. What the dump itself made comes last.
 */
public final class BorderChoice implements SubjectChoice {
    private final Findings findings;
    private final Heap heap;
    private final Border border;
    private final BreadthFirst fromRoots;
    private final ShownRootPaths paths;
    private final Retained retained;
    private final NodeSet newObjects;
    private final NodeSet ofProgram;
    private final int[] ranked;
    private ViewBuilder chosen = new ViewBuilder(0);

    public BorderChoice(Findings findings) {
        this.findings = findings;
        this.heap = findings.heap();
        this.border = findings.border().orElseThrow();
        this.fromRoots = findings.fromRoots().orElseThrow();
        this.paths = new ShownRootPaths(heap, fromRoots);
        this.retained = findings.retained().orElseThrow();
        this.newObjects = findings.diff().orElseThrow().newObjects();
        this.ofProgram = findings.diff().orElseThrow().newOfProgram();
        this.ranked = Arrays.stream(BorderRows.ranked(findings)).filter(this::isShowable).boxed()
            .sorted(Comparator.comparing(object -> !ofProgram.contains(object))).mapToInt(Integer::intValue).toArray();
    }

    private boolean isShowable(int object) {
        return heap.type(object) != RecordTypes.SHAPE;
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        chosen = new ViewBuilder(budget);
        int next = 0;
        while (next < ranked.length && chosen.size() < budget * 3L / 5) {
            addWithPath(ranked[next++]);
        }
        addHolders(budget);
        Expansion inward = new Expansion(chosen, heap.references(), retained,
            object -> ofProgram.contains(object) && isShowable(object));
        for (int i = 0; i < chosen.size(); i++) {
            expandFrom(inward, chosen.object(i));
        }
        while (chosen.room() > 0) {
            while (next < ranked.length && chosen.contains(ranked[next])) {
                next++;
            }
            long best = inward.best();
            if (next < ranked.length && retained.size(ranked[next]) >= best) {
                int from = chosen.size();
                addWithPath(ranked[next++]);
                for (int i = from; i < chosen.size(); i++) {
                    expandFrom(inward, chosen.object(i));
                }
            } else if (best >= 0) {
                inward.takeBest();
            } else {
                break;
            }
        }
        return chosen;
    }

    private void expandFrom(Expansion inward, int object) {
        if (newObjects.contains(object)) {
            inward.from(object);
        }
    }

    /** What no root reaches hangs on an old object that holds it. */
    private void addWithPath(int object) {
        if (!fromRoots.isReached(object)) {
            chosen.addPath(withHolder(object));
        } else if (!chosen.contains(object)) {
            paths.add(chosen, object);
        }
    }

    private int[] withHolder(int object) {
        Graph referrers = heap.referrers();
        for (int i = referrers.from(object); i < referrers.to(object); i++) {
            int holder = referrers.target(i);
            if (!newObjects.contains(holder) && isShowable(holder)) {
                return new int[] {holder, object};
            }
        }
        return new int[] {object};
    }

    private void addHolders(int budget) {
        int[] holders = border.oldBorder().toArray();
        int[] held = new int[holders.length];
        for (int h = 0; h < holders.length; h++) {
            for (int i = heap.references().from(holders[h]); i < heap.references().to(holders[h]); i++) {
                int target = heap.references().target(i);
                held[h] += ofProgram.contains(target) && chosen.contains(target) ? 1 : 0;
            }
        }
        Integer[] order = new Integer[holders.length];
        Arrays.setAll(order, h -> h);
        Arrays.sort(order, Comparator.comparingInt((Integer h) -> -held[h]));
        long most = chosen.size() + budget / 10L;
        for (int h : order) {
            int holder = holders[h];
            if (held[h] > 0 && fromRoots.isReached(holder) && chosen.size() < most && !chosen.contains(holder)
                && isShowable(holder)) {
                paths.add(chosen, holder);
            }
        }
    }

    @Override
    public List<String> omissions(ViewBuilder all, int budget) {
        return Omissions.ofBorder(findings, all, ranked.length, budget);
    }

    @Override
    public void each(ViewBuilder all, Found found) {
        Neighbours.each(all, heap.references(), object -> newObjects.contains(object) && isShowable(object), found);
    }

    @Override
    public void take(ViewBuilder all, int place, int object) {
        all.add(object, place);
    }
}
