package io.github.memdump.analysis.unused;

import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.RecordFact;
import io.github.memdump.value.RecordFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How full the pages are in which Ruby keeps its objects, and what holds those that are nearly empty: a page goes back
 * to the system only when nothing is left in it. As far as a dump tells it: pages without any object are not in it.
 * Takes one pass over the objects and 32 bytes for each page. Immutable.
 */
public final class HeapPages {
    /** A page is sparse if less of it is in use. */
    public static final double SPARSE = 0.25;

    private static final int SMALL = 14;
    private static final int LARGE = 16;
    private static final int SLOT = 40;
    private static final int LARGEST_SLOT = 640;
    private static final int HEADER = 8;

    private final int shift;
    private final List<Page> pages;
    private final List<Holder> holders;

    private HeapPages(int shift, List<Page> pages, List<Holder> holders) {
        this.shift = shift;
        this.pages = pages;
        this.holders = holders;
    }

    /** A page with at least one object. Immutable. */
    public static final class Page {
        private final int slotSize;
        private final int objects;
        private final int slots;
        private final int old;
        private final int pinned;

        private Page(int slotSize, int objects, int bytes, int old, int pinned) {
            this.slotSize = slotSize;
            this.objects = objects;
            this.slots = Math.max(objects, (bytes - HEADER) / slotSize);
            this.old = old;
            this.pinned = pinned;
        }

        /** Returns the bytes of each of its slots, as the distances of its objects tell it. */
        public int slotSize() {
            return slotSize;
        }

        /** Returns how many objects are in it. */
        public int objects() {
            return objects;
        }

        /** Returns how many could be. */
        public int slots() {
            return slots;
        }

        /** Returns how many of its objects are of the collector's old generation. */
        public int old() {
            return old;
        }

        /** Returns how many of its objects compaction may not move. */
        public int pinned() {
            return pinned;
        }

        /** Returns the share of slots in use, 0 to 1. */
        public double fill() {
            return (double) objects / slots;
        }
    }

    /** Objects of one class from one place that lie in sparse pages. Immutable. */
    public static final class Holder {
        private final String name;
        private final String site;
        private final int objects;
        private final int heldPages;
        private final int example;

        private Holder(String name, String site, int objects, int heldPages, int example) {
            this.example = example;
            this.name = name;
            this.site = site;
            this.objects = objects;
            this.heldPages = heldPages;
        }

        /** Returns the class. */
        public String className() {
            return name;
        }

        /** Returns file and line that made them, empty if that is not known. */
        public String site() {
            return site;
        }

        /** Returns how many of them lie in sparse pages. */
        public int objects() {
            return objects;
        }

        /** Returns in how many. */
        public int pages() {
            return heldPages;
        }

        /** Returns the first of them. */
        public int example() {
            return example;
        }
    }

    /** Looks at a heap; which objects are old or pinned its records say. */
    public static HeapPages of(Heap heap, RecordFacts facts, Task task) {
        task.phase("Looking at pages", heap.objectCount());
        int count = heap.objectCount();
        int shift = SMALL;
        for (int id = 0; id < count && shift == SMALL; id++) {
            long address = heap.address(id);
            // No object lies across the border of two pages.
            if (!heap.isRoot(id) && address >>> SMALL != (address + SLOT - 1) >>> SMALL) {
                shift = LARGE;
            }
        }
        List<Page> pages = new ArrayList<>();
        Map<List<String>, int[]> held = new HashMap<>();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            long number = heap.address(from) >>> shift;
            while (to < count && heap.address(to) >>> shift == number && !heap.isRoot(to)) {
                to++;
            }
            if (!heap.isRoot(from)) {
                Page page = new Page(slotSize(heap, from, to), to - from, 1 << shift,
                    saying(facts, RecordFact.OLD, from, to), saying(facts, RecordFact.PINNED, from, to));
                pages.add(page);
                if (page.fill() < SPARSE) {
                    hold(heap, from, to, held);
                }
            }
            task.done(to - from);
            from = to;
        }
        return new HeapPages(shift, Collections.unmodifiableList(pages), holders(held));
    }

    private static int saying(RecordFacts facts, RecordFact fact, int from, int to) {
        int saying = 0;
        for (int id = from; id < to; id++) {
            saying += facts.number(fact, id) == 1 ? 1 : 0;
        }
        return saying;
    }

    private static int slotSize(Heap heap, int from, int to) {
        long distance = 0;
        for (int id = from + 1; id < to; id++) {
            distance = divisor(distance, heap.address(id) - heap.address(from));
        }
        int size = SLOT;
        while (distance > 0 && size < LARGEST_SLOT && distance % (size * 2L) == 0) {
            size *= 2;
        }
        return size;
    }

    private static long divisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    private static void hold(Heap heap, int from, int to, Map<List<String>, int[]> held) {
        for (int id = from; id < to; id++) {
            int site = heap.site(id);
            int first = id;
            int[] counts = held.computeIfAbsent(List.of(heap.className(id), heap.sites().place(site)),
                absent -> new int[] {0, 0, -1, first});
            counts[0]++;
            if (counts[2] != from) {
                counts[1]++;
                counts[2] = from;
            }
        }
    }

    private static List<Holder> holders(Map<List<String>, int[]> held) {
        List<Holder> holders = new ArrayList<>();
        held.forEach((key, counts) -> holders.add(new Holder(key.get(0), key.get(1), counts[0], counts[1],
            counts[3])));
        holders.sort(Comparator.comparingInt(Holder::pages).reversed().thenComparing(Holder::className)
            .thenComparing(Holder::site));
        return Collections.unmodifiableList(holders);
    }

    /** Returns the bytes of a page. */
    public int pageSize() {
        return 1 << shift;
    }

    /** Returns the pages with objects by address. */
    public List<Page> pages() {
        return pages;
    }

    /** Returns how many objects are in them. */
    public long objects() {
        return pages.stream().mapToLong(Page::objects).sum();
    }

    /** Returns how many could be. */
    public long slots() {
        return pages.stream().mapToLong(Page::slots).sum();
    }

    /** Returns how many of them are sparse. */
    public long sparse() {
        return pages.stream().filter(page -> page.fill() < SPARSE).count();
    }

    /** Returns the pages of each size of slot, by size. */
    public Map<Integer, List<Page>> bySlotSize() {
        Map<Integer, List<Page>> sizes = new TreeMap<>();
        pages.forEach(page -> sizes.computeIfAbsent(page.slotSize(), absent -> new ArrayList<>()).add(page));
        return sizes;
    }

    /** Returns what lies in sparse pages, what holds most of them first. */
    public List<Holder> holders() {
        return holders;
    }
}
