package io.github.memdump.analysis;

import io.github.memdump.array.LongNumbers;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The survivors of one class that were allocated at one file and line. Immutable. */
public final class SurvivorSite {
    private final String className;
    private final String site;
    private final int example;
    private final long[] counts;
    private long memsize;

    private SurvivorSite(String className, String site, int example, int cohorts) {
        this.className = className;
        this.site = site;
        this.example = example;
        this.counts = new long[cohorts];
    }

    /** Returns the sites by bytes descending, then by class and site. */
    static List<SurvivorSite> of(Growth growth) {
        Heap heap = growth.heap();
        LongNumbers numbers = new LongNumbers();
        List<SurvivorSite> byNumber = new ArrayList<>();
        Map<String, SurvivorSite> byName = new TreeMap<>();
        growth.survivors().forEach(object -> {
            int number = numbers.of((long) heap.classNumber(object) << Integer.SIZE | heap.site(object) + 1L);
            if (number == byNumber.size()) {
                String site = Grouping.SITE.key(heap, object);
                // Several classes and several sites may have one name.
                byNumber.add(byName.computeIfAbsent(heap.className(object) + '\n' + site, name ->
                    new SurvivorSite(heap.className(object), site, object, growth.dumps().size())));
            }
            SurvivorSite row = byNumber.get(number);
            row.counts[growth.cohort(object)]++;
            row.memsize = Saturating.sum(row.memsize, heap.memsize(object));
        });
        List<SurvivorSite> rows = new ArrayList<>(byName.values());
        rows.sort(Comparator.comparingLong(SurvivorSite::memsize).reversed());
        return rows;
    }

    /** Returns the name of the class. */
    public String className() {
        return className;
    }

    /** Returns {@code file:line}, empty where it is not known. */
    public String site() {
        return site;
    }

    /** Returns the id of one of these objects. */
    public int example() {
        return example;
    }

    /** Returns how many survivors there are of a cohort. */
    public long count(int cohort) {
        return counts[cohort];
    }

    /** Returns how many survivors there are. */
    public long count() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Returns the sum of their sizes in bytes. */
    public long memsize() {
        return memsize;
    }
}
