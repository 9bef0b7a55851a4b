package io.github.memdump.analysis.suspect.border;

import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Dominators;
import java.util.Arrays;

/** Which suspect an object belongs to: the first of those whose tops dominate it. 8 bytes per object. Mutable. */
final class SuspectOfObject {
    /** Stands for none. */
    static final int NONE = Integer.MAX_VALUE;
    private static final int UNKNOWN = 0;

    private final Dominators dominators;
    private final int[] first;
    private final int[] known;

    SuspectOfObject(Suspects suspects, Dominators dominators) {
        this.dominators = dominators;
        this.first = new int[dominators.nodeCount()];
        this.known = new int[dominators.nodeCount()];
        Arrays.fill(first, NONE);
        for (int i = suspects.list().size() - 1; i >= 0; i--) {
            for (int top : suspects.list().get(i).tops()) {
                first[top] = i + 1;
            }
        }
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
        return number;
    }
}
