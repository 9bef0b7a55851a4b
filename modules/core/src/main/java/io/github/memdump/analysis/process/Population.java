package io.github.memdump.analysis.process;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.array.LongList;
import io.github.memdump.array.LongNumbers;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many objects a heap has of each class and line, and their bytes, without those that dumping made; nothing of the
 * objects themselves, so that many processes can be compared. Some hundred bytes a class and line. Immutable.
 */
public final class Population {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+");
    private static final int FIRST = 64;

    private final String dump;
    private final long objects;
    private final long memsize;
    private final Map<Kind, long[]> counts;

    private Population(String dump, long objects, long memsize, Map<Kind, long[]> counts) {
        this.dump = dump;
        this.objects = objects;
        this.memsize = memsize;
        this.counts = counts;
    }

    /** A class and an allocation site, by their names, which are the same in every process. Immutable. */
    public static final class Kind {
        private final String className;
        private final String site;

        private Kind(String className, String site) {
            this.className = className;
            this.site = site;
        }

        /** Returns the name of the class, without addresses. */
        public String className() {
            return className;
        }

        /** Returns the allocation site, empty where it is not known. */
        public String site() {
            return site;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Kind && ((Kind) other).className.equals(className)
                && ((Kind) other).site.equals(site);
        }

        @Override
        public int hashCode() {
            return 31 * className.hashCode() + site.hashCode();
        }
    }

    /** Counts the objects of a heap; linear time. */
    public static Population of(Heap heap) {
        OwnObjects own = OwnObjects.of(heap);
        LongNumbers numbers = new LongNumbers();
        LongList met = new LongList();
        long[] counts = new long[FIRST];
        long[] sizes = new long[FIRST];
        long objects = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            if (own.contains(object) || heap.isRoot(object)) {
                continue;
            }
            long number = (long) heap.classNumber(object) << Integer.SIZE | (heap.site(object) & 0xFFFF_FFFFL);
            int place = numbers.of(number);
            if (place == met.size()) {
                met.add(number);
                counts = place < counts.length ? counts : Arrays.copyOf(counts, place * 2);
                sizes = place < sizes.length ? sizes : Arrays.copyOf(sizes, place * 2);
            }
            counts[place]++;
            sizes[place] = Saturating.sum(sizes[place], heap.memsize(object));
            objects++;
        }
        Map<Kind, long[]> named = new LinkedHashMap<>();
        long memsize = 0;
        for (int place = 0; place < met.size(); place++) {
            String className = heap.classes().name((int) (met.get(place) >> Integer.SIZE));
            Kind kind = new Kind(ADDRESS.matcher(className).replaceAll("0x…"),
                heap.sites().place((int) met.get(place)));
            long[] sums = named.computeIfAbsent(kind, any -> new long[2]);
            sums[0] += counts[place];
            sums[1] = Saturating.sum(sums[1], sizes[place]);
            memsize = Saturating.sum(memsize, sizes[place]);
        }
        return new Population(heap.facts().dumpName(), objects, memsize, named);
    }

    /** Returns the name of the dump. */
    public String dump() {
        return dump;
    }

    /** Returns the number of objects. */
    public long objects() {
        return objects;
    }

    /** Returns the sum of their sizes in bytes. */
    public long memsize() {
        return memsize;
    }

    /** Returns the classes and lines that there are. */
    Iterable<Kind> kinds() {
        return counts.keySet();
    }

    /** Returns how many objects there are of a class and line. */
    long count(Kind kind) {
        long[] sums = counts.get(kind);
        return sums == null ? 0 : sums[0];
    }

    /** Returns the sum of their sizes in bytes. */
    long memsize(Kind kind) {
        long[] sums = counts.get(kind);
        return sums == null ? 0 : sums[1];
    }
}
