package io.github.memdump.view.step;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.view.choice.ObjectPositions;
import io.github.memdump.view.choice.SubjectChoice;
import io.github.memdump.view.choice.ViewBuilder;
import java.util.BitSet;

/**
 * Keeps, of a border, what keeps at least so many new objects alive, what hangs on it and what leads to it. For one
 * step.
 */
final class KeepAbove {
    private final Findings findings;
    private final SubjectChoice choice;
    private final ViewBuilder chosen;
    private final NodeSet border;
    private final NodeSet newObjects;
    private final IntList standing = new IntList();
    private final IntList through = new IntList();
    private final ObjectPositions seen = new ObjectPositions();

    KeepAbove(Findings findings, SubjectChoice choice, ViewBuilder chosen) {
        this.findings = findings;
        this.choice = choice;
        this.chosen = chosen;
        this.border = findings.border().orElseThrow(
            () -> new IllegalArgumentException("keep-above is for the border: it needs two dumps.")).newBorder();
        this.newObjects = findings.diff().orElseThrow().newObjects();
    }

    void go(int least) {
        int[] above = above(least);
        BitSet kept = ShownEdges.of(chosen, choice).under(above, newObjects::contains);
        for (int object : above) {
            for (int on = object; on >= 0; on = chosen.parent(on)) {
                kept.set(on);
            }
        }
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.contains(chosen.object(i)) && !kept.get(chosen.object(i))) {
                chosen.remove(chosen.object(i));
            }
        }
    }

    /** Of an object that was collapsed the next shown ones stand for it to which it leads through others like it. */
    private int[] above(int least) {
        for (int i = 0; i < chosen.size(); i++) {
            int object = chosen.object(i);
            if (border.contains(object) && findings.number(Column.KEEPALIVE_NEW_COUNT, object) >= least) {
                take(object);
            }
        }
        Graph references = findings.heap().references();
        for (int next = 0; next < through.size(); next++) {
            for (int e = references.from(through.get(next)); e < references.to(through.get(next)); e++) {
                if (newObjects.contains(references.target(e))) {
                    take(references.target(e));
                }
            }
        }
        return standing.toArray();
    }

    private void take(int object) {
        if (seen.contains(object)) {
            return;
        }
        seen.add(object);
        if (chosen.contains(object)) {
            standing.add(object);
        } else if (chosen.wasCollapsed(object)) {
            through.add(object);
        }
    }
}
