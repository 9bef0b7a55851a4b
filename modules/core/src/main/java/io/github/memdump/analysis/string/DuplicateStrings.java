package io.github.memdump.analysis.string;

import io.github.memdump.array.KeyOrder;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.StringDigests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Strings of one heap that are the same, byte for byte and in encoding, and what the copies waste.
 *
 * <p>What a group wastes is the memory of its copies but the one that is kept, for which the largest is taken: a lower
 * bound. Ruby counts a buffer that several strings share with the string that owns it alone, and so does this. Where
 * only the copies of some set count, such as the new objects, nothing of them is kept if there is another copy outside.
 *
 * <p>Strings whose value the dump does not have cannot be compared; {@link #strings} tells how many they are.
 * Immutable, thread-safe; 4 bytes a copy and 16 a group.
 */
public final class DuplicateStrings {
    private static final int STEP = 1 << 12;

    private final Heap heap;
    private final StringDigests digests;
    private final NodeSet among;
    private final Map<StringDigests.Kind, Integer> strings;
    private final int distinct;
    private final int[] starts;
    private final int[] members;
    private final long[] wasted;
    private final int[] order;

    private DuplicateStrings(Search search, SameStrings same, Task task) {
        this.heap = search.heap;
        this.digests = search.digests;
        this.among = search.among;
        this.strings = kinds(digests);
        this.distinct = same.distinct();
        this.starts = same.starts();
        this.members = same.members();
        this.wasted = new long[starts.length - 1];
        task.phase("Adding up duplicate strings", wasted.length);
        for (int g = 0; g < wasted.length; g++) {
            wasted[g] = copies(g).wasted();
            if ((g & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        this.order = KeyOrder.ascending(wasted.length, g -> -wasted[g]);
    }

    /** Begins a search among the strings of a heap. */
    public static Search in(Heap heap, StringDigests digests) {
        return new Search(heap, digests);
    }

    private static Map<StringDigests.Kind, Integer> kinds(StringDigests digests) {
        Map<StringDigests.Kind, Integer> kinds = new EnumMap<>(StringDigests.Kind.class);
        for (StringDigests.Kind kind : StringDigests.Kind.values()) {
            kinds.put(kind, 0);
        }
        for (int string = 0; string < digests.size(); string++) {
            kinds.merge(digests.kind(string), 1, Integer::sum);
        }
        return Collections.unmodifiableMap(kinds);
    }

    /** Returns how many strings of the heap there are of each kind; all kinds are there. */
    public Map<StringDigests.Kind, Integer> strings() {
        return strings;
    }

    /** Returns how many different strings there are among those whose value is known. */
    public int distinct() {
        return distinct;
    }

    /** Returns the number of groups. */
    public int size() {
        return order.length;
    }

    /** Returns a group, 0 the one that wastes most; of those that waste the same, the one with the lowest address. */
    public StringCopies group(int rank) {
        return copies(order[rank]);
    }

    private StringCopies copies(int g) {
        return new StringCopies(this, members, starts[g], starts[g + 1]);
    }

    Heap heap() {
        return heap;
    }

    StringDigests digests() {
        return digests;
    }

    NodeSet among() {
        return among;
    }

    /** Returns the number of copies in all groups, those that count. */
    public long copies() {
        long copies = 0;
        for (int string : members) {
            copies += among.contains(digests.object(string)) ? 1 : 0;
        }
        return copies;
    }

    /** Returns what all groups waste, in bytes. */
    public long wasted() {
        long sum = 0;
        for (long bytes : wasted) {
            sum = Saturating.sum(sum, bytes);
        }
        return sum;
    }

    /** Returns where the wasted copies were allocated, by bytes wasted, descending; linear time. */
    public List<WastefulSite> sites() {
        int sites = heap.sites().size() + 1;
        long[] bytes = new long[sites];
        int[] copies = new int[sites];
        for (int g = 0; g < wasted.length; g++) {
            StringCopies group = copies(g);
            int kept = group.kept();
            for (int copy = 0; copy < group.size(); copy++) {
                if (group.isWasted(copy, kept)) {
                    int site = heap.site(group.object(copy)) + 1;
                    bytes[site] = Saturating.sum(bytes[site], heap.memsize(group.object(copy)));
                    copies[site]++;
                }
            }
        }
        List<WastefulSite> result = new ArrayList<>();
        for (int site : KeyOrder.ascending(sites, site -> -bytes[site])) {
            if (copies[site] > 0) {
                result.add(new WastefulSite(site - 1, copies[site], bytes[site]));
            }
        }
        return result;
    }

    /** An allocation site and what was wasted there. Immutable. */
    public static final class WastefulSite {
        private final int site;
        private final int copies;
        private final long wasted;

        WastefulSite(int site, int copies, long wasted) {
            this.site = site;
            this.copies = copies;
            this.wasted = wasted;
        }

        /** Returns the number of the site in the heap, {@link io.github.memdump.heap.SiteTable#NO_SITE} if unknown. */
        public int site() {
            return site;
        }

        /** Returns the number of copies, beyond those that are kept. */
        public int copies() {
            return copies;
        }

        /** Returns the bytes of these copies. */
        public long wasted() {
            return wasted;
        }
    }

    /** What to look for. Not thread-safe. */
    public static final class Search {
        private final Heap heap;
        private final StringDigests digests;
        private NodeSet among;
        private int fewest = 2;

        private Search(Heap heap, StringDigests digests) {
            this.heap = heap;
            this.digests = digests;
            this.among = NodeSet.all(heap.objectCount());
        }

        /** Asks for groups of so many copies or more, at least 2, which is what it is without this. */
        public Search copies(int atLeast) {
            fewest = Math.max(2, atLeast);
            return this;
        }

        /** Asks for groups that have copies in a set, and to count these alone; without this, all objects. */
        public Search among(NodeSet objects) {
            among = objects;
            return this;
        }

        /**
         * Searches; linear time, sorting of the groups apart, 24 bytes a string on the way.
         *
         * @throws io.github.memdump.task.CancelledException if the task is cancelled
         */
        public DuplicateStrings find(Task task) {
            return new DuplicateStrings(this, SameStrings.of(digests, among, fewest, task), task);
        }
    }
}
