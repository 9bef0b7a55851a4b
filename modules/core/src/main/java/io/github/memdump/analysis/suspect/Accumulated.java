package io.github.memdump.analysis.suspect;

/** Objects of one class that have gathered somewhere. Immutable. */
public final class Accumulated {
    private final int example;
    private final long objects;
    private final Amount retained;
    private final int[] sites;
    private final long[] siteCounts;

    Accumulated(int example, long objects, Amount retained, int[] sites, long[] siteCounts) {
        this.example = example;
        this.objects = objects;
        this.retained = retained;
        this.sites = sites;
        this.siteCounts = siteCounts;
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
