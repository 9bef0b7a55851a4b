package io.github.memdump.analysis.suspect.border;

import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.NodeSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which suspect an object belongs to: the first of those whose tops dominate it; or, being new, the first of those
 * whose tops it dominates, as the method that has new code. 8 bytes per object. Mutable.
 */
final class SuspectOfObject {
    /** Stands for none. */
    static final int NONE = Integer.MAX_VALUE;
    private static final int UNKNOWN = 0;
    /** A top is so many steps at most below a new object that has it. */
    private static final int NEAR = 8;

    private final Dominators dominators;
    private final int[] first;
    private final int[] known;
    private final Map<Integer, IntList> topsBelow = new HashMap<>();

    SuspectOfObject(Suspects suspects, Dominators dominators, NodeSet newOnes) {
        this.dominators = dominators;
        this.first = new int[dominators.nodeCount()];
        this.known = new int[dominators.nodeCount()];
        Arrays.fill(first, NONE);
        for (int i = suspects.list().size() - 1; i >= 0; i--) {
            for (int top : suspects.list().get(i).tops()) {
                first[top] = i + 1;
            }
        }
        for (Suspect suspect : suspects.list()) {
            for (int top : suspect.tops()) {
                noteAbove(top, newOnes);
            }
        }
    }

    private void noteAbove(int top, NodeSet newOnes) {
        int on = dominators.dominator(top);
        for (int step = 0; step < NEAR && on >= 0 && newOnes.contains(on) && first[on] == NONE; step++) {
            topsBelow.computeIfAbsent(on, any -> new IntList()).add(top);
            on = dominators.dominator(on);
        }
    }

    /** Returns the tops of the first suspect that has some below an object that belongs to none by itself. */
    int[] topsBelow(int object) {
        IntList tops = topsBelow.get(object);
        return tops == null ? new int[0] : Arrays.stream(tops.toArray()).filter(top -> first[top] == first[tops.get(0)])
            .toArray();
    }

    /** Returns the number from 1 of the suspect, {@link #NONE} if it belongs to none; each dominator is met once. */
    int number(int object) {
        IntList way = new IntList();
        int on = object;
        while (on >= 0 && known[on] == UNKNOWN) {
            way.add(on);
            on = dominators.dominator(on);
        }
        int number = on < 0 ? NONE : known[on];
        for (int i = way.size() - 1; i >= 0; i--) {
            number = Math.min(number, first[way.get(i)]);
            known[way.get(i)] = number;
        }
        return number == NONE && topsBelow.containsKey(object) ? first[topsBelow.get(object).get(0)] : number;
    }
}
