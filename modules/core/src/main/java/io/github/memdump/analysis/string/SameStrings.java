package io.github.memdump.analysis.string;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import io.github.memdump.value.StringDigests;
import java.util.Arrays;

/**
 * The known strings of a heap, put together where they are the same: an open hash table of the first of each. Linear
 * time.
 */
final class SameStrings {
    private static final int NONE = -1;
    private static final int STEP = 1 << 14;

    private final int[] starts;
    private final int[] members;
    private final int distinct;

    private SameStrings(int[] starts, int[] members, int distinct) {
        this.starts = starts;
        this.members = members;
        this.distinct = distinct;
    }

    /** Groups strings; keeps groups of {@code fewest} or more that have at least one object of a set. */
    static SameStrings of(StringDigests digests, NodeSet among, int fewest, Task task) {
        int[] first = firsts(digests, task);
        int[] sizes = new int[first.length];
        boolean[] wanted = new boolean[first.length];
        int distinct = 0;
        for (int string = 0; string < first.length; string++) {
            if (first[string] != NONE) {
                distinct += first[string] == string ? 1 : 0;
                sizes[first[string]]++;
                wanted[first[string]] |= among.contains(digests.object(string));
            }
        }
        int groups = 0;
        int copies = 0;
        for (int string = 0; string < first.length; string++) {
            if (wanted[string] && sizes[string] >= fewest) {
                groups++;
                copies += sizes[string];
            } else if (first[string] == string) {
                // Whoever has it for the first sees that there is no group.
                first[string] = NONE;
            }
        }
        return gathered(first, sizes, groups, copies, distinct);
    }

    private static SameStrings gathered(int[] first, int[] sizes, int groups, int copies, int distinct) {
        int[] starts = new int[groups + 1];
        int[] members = new int[copies];
        int[] next = new int[first.length];
        int group = 0;
        for (int string = 0; string < first.length; string++) {
            int head = first[string];
            if (head == string) {
                next[string] = starts[group];
                starts[group + 1] = starts[group] + sizes[string];
                group++;
            }
            if (head != NONE && first[head] == head) {
                members[next[head]++] = string;
            }
        }
        return new SameStrings(starts, members, distinct);
    }

    /** Returns for each string the first that is the same, itself as a rule, or none where it is not known. */
    private static int[] firsts(StringDigests digests, Task task) {
        int size = digests.size();
        int[] slots = new int[Integer.highestOneBit(Math.max(8, size + size / 2)) << 1];
        int mask = slots.length - 1;
        int[] first = new int[size];
        Arrays.fill(first, NONE);
        task.phase("Comparing strings", size);
        for (int string = 0; string < size; string++) {
            if (digests.kind(string) == StringDigests.Kind.KNOWN) {
                int slot = (int) digests.low(string) & mask;
                while (slots[slot] != 0 && !digests.isSame(slots[slot] - 1, string)) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = slots[slot] == 0 ? string + 1 : slots[slot];
                first[string] = slots[slot] - 1;
            }
            if ((string & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        return first;
    }

    /** Returns where each group begins in {@link #members}, and behind the last where it ends. */
    int[] starts() {
        return starts;
    }

    /** Returns the strings of all groups, ascending within each; groups by their first. */
    int[] members() {
        return members;
    }

    /** Returns how many different strings there are, those without a copy included. */
    int distinct() {
        return distinct;
    }
}
