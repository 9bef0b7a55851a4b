package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Objects of one class that have gathered somewhere. Immutable. */
public final class Accumulated {
    private static final int SITES = 3;

    private final int example;
    private final long objects;
    private final Amount retained;
    private final int[] sites;
    private final long[] siteCounts;

    private Accumulated(int example, long objects, Amount retained, int[] sites, long[] siteCounts) {
        this.example = example;
        this.objects = objects;
        this.retained = retained;
        this.sites = sites;
        this.siteCounts = siteCounts;
    }

    /** Returns these and others of the class in one. */
    Accumulated plus(Accumulated other) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (Accumulated part : List.of(this, other)) {
            for (int i = 0; i < part.sites.length; i++) {
                counts.merge(part.sites[i], part.siteCounts[i], Long::sum);
            }
        }
        return of(example, objects + other.objects, retained.plus(other.retained), counts);
    }

    /** Returns objects of a class, given one of them, with the lines where most of them were allocated. */
    static Accumulated of(int example, long objects, Amount retained, Map<Integer, Long> countsBySite) {
        List<Map.Entry<Integer, Long>> ranked = new ArrayList<>(countsBySite.entrySet());
        ranked.sort(Map.Entry.<Integer, Long>comparingByValue().reversed());
        int named = Math.min(SITES, ranked.size());
        int[] sites = new int[named];
        long[] counts = new long[named];
        for (int i = 0; i < named; i++) {
            sites[i] = ranked.get(i).getKey();
            counts[i] = ranked.get(i).getValue();
        }
        return new Accumulated(example, objects, retained, sites, counts);
    }

    /** Returns these as made from one line, which had another one allocate them. */
    Accumulated at(int site) {
        return new Accumulated(example, objects, retained, new int[] {site}, new long[] {objects});
    }

    /** Returns the id of one of them, whose class is that of all. */
    public int example() {
        return example;
    }

    /** Returns how many they are. */
    public long objects() {
        return objects;
    }

    /** Returns what they retain, themselves included; of two dumps what of it is new. */
    public Amount retained() {
        return retained;
    }

    /** Returns how many of the sites where they were allocated are told. */
    public int sites() {
        return sites.length;
    }

    /** Returns a site, those with most objects first, as a number of the heap's site table, never its NO_SITE. */
    public int site(int index) {
        return sites[index];
    }

    /** Returns how many of the objects were allocated there. */
    public long siteCount(int index) {
        return siteCounts[index];
    }
}
