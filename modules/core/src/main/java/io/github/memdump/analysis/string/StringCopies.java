package io.github.memdump.analysis.string;

import io.github.memdump.array.Saturating;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.StringDigests;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Strings that are the same: a group of {@link DuplicateStrings}, in whose arrays it lies. Immutable, thread-safe. */
public final class StringCopies {
    private static final int NONE_KEPT = -1;

    private final Heap heap;
    private final StringDigests digests;
    private final NodeSet among;
    private final int[] members;
    private final int from;
    private final int to;

    StringCopies(DuplicateStrings all, int[] members, int from, int to) {
        this.heap = all.heap();
        this.digests = all.digests();
        this.among = all.among();
        this.members = members;
        this.from = from;
        this.to = to;
    }

    /** Returns the number of copies, those included that do not count. */
    public int size() {
        return to - from;
    }

    /** Returns the object that is a copy, ascending with {@code copy}. */
    public int object(int copy) {
        return digests.object(members[from + copy]);
    }

    /** Returns whether a copy is of the set that was asked for. */
    public boolean counts(int copy) {
        return among.contains(object(copy));
    }

    /** Returns the first copy that counts. */
    public int example() {
        int copy = 0;
        while (!counts(copy)) {
            copy++;
        }
        return object(copy);
    }

    /** Returns how many copies count. */
    public int counted() {
        int counted = 0;
        for (int copy = 0; copy < size(); copy++) {
            counted += counts(copy) ? 1 : 0;
        }
        return counted;
    }

    /** Returns the length of each in bytes. */
    public int bytes() {
        return digests.length(members[from]);
    }

    /** Returns the encoding. */
    public String encoding() {
        return digests.encoding(members[from]);
    }

    /**
     * Returns the first 12 hexadecimal digits of the hash. It is the same whenever the same dump is read, says nothing
     * across dumps, and only who has the dump can tell from it whether the text is one that he guesses.
     */
    public String hash() {
        return String.format("%016x", Long.reverseBytes(digests.low(members[from]))).substring(0, 12);
    }

    /** Returns the sum of {@code memsize} of the copies that count, in bytes. */
    public long memsize() {
        long sum = 0;
        for (int copy = 0; copy < size(); copy++) {
            sum = Saturating.sum(sum, counts(copy) ? heap.memsize(object(copy)) : 0);
        }
        return sum;
    }

    /** Returns what the copies that count waste, in bytes: {@link #memsize} less that of the one that is kept. */
    public long wasted() {
        int kept = kept();
        return memsize() - (kept == NONE_KEPT ? 0 : heap.memsize(kept));
    }

    /** Returns whether a copy counts and would not be there if each string were there once. */
    boolean isWasted(int copy, int kept) {
        return counts(copy) && object(copy) != kept;
    }

    /** Returns the copy, of those that count, that is kept: the largest, of several the first; or none. */
    int kept() {
        int kept = NONE_KEPT;
        for (int copy = 0; copy < size(); copy++) {
            if (!counts(copy)) {
                return NONE_KEPT;
            }
            if (kept == NONE_KEPT || heap.memsize(object(copy)) > heap.memsize(kept)) {
                kept = object(copy);
            }
        }
        return kept;
    }

    /** Returns the classes of the copies that count, by their numbers in {@link Heap#classes}. */
    public List<Share> classes() {
        return shares(heap::classNumber);
    }

    /** Returns the allocation sites of the copies that count, by their numbers in {@link Heap#sites}. */
    public List<Share> sites() {
        return shares(heap::site);
    }

    /** Returns the classes of the objects that refer to copies that count, by number, with how many references. */
    public List<Share> holders() {
        Graph referrers = heap.referrers();
        int[] classes = new int[size()];
        int references = 0;
        for (int copy = 0; copy < size(); copy++) {
            if (counts(copy)) {
                for (int i = referrers.from(object(copy)); i < referrers.to(object(copy)); i++) {
                    if (references == classes.length) {
                        classes = Arrays.copyOf(classes, references * 2);
                    }
                    classes[references++] = heap.classNumber(referrers.target(i));
                }
            }
        }
        return Share.of(classes, references);
    }

    private List<Share> shares(IntUnaryOperator number) {
        int[] numbers = new int[size()];
        int counted = 0;
        for (int copy = 0; copy < numbers.length; copy++) {
            if (counts(copy)) {
                numbers[counted++] = number.applyAsInt(object(copy));
            }
        }
        return Share.of(numbers, counted);
    }
}
