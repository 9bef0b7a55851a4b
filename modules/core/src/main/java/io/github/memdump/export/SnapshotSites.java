package io.github.memdump.export;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;

/**
 * Allocation sites as DevTools shows them: a function, a script and a line for each, with how many objects of what size
 * were made there. Immutable; 12 bytes a site.
 */
final class SnapshotSites {
    /** No sites. */
    static final SnapshotSites NONE = new SnapshotSites(SiteTable.NONE, new int[0], new long[0]);

    private final SiteTable sites;
    private final int[] counts;
    private final long[] sizes;

    private SnapshotSites(SiteTable sites, int[] counts, long[] sizes) {
        this.sites = sites;
        this.counts = counts;
        this.sizes = sizes;
    }

    /** Returns the sites of a heap; linear time. */
    static SnapshotSites of(Heap heap) {
        int[] counts = new int[heap.sites().size()];
        long[] sizes = new long[counts.length];
        for (int object = 0; object < heap.objectCount(); object++) {
            int site = heap.site(object);
            if (site >= 0) {
                counts[site]++;
                sizes[site] += heap.memsize(object);
            }
        }
        return new SnapshotSites(heap.sites(), counts, sizes);
    }

    /** Returns the number of sites. */
    int size() {
        return counts.length;
    }

    /** Returns the name of the method of a site, or where it is if that is not known. */
    String function(int site) {
        return sites.method(site).isEmpty() ? sites.place(site) : sites.method(site);
    }

    /** Returns the file of a site. */
    String script(int site) {
        return sites.file(site);
    }

    /** Returns the line of a site, 0 where it is not known. */
    int line(int site) {
        return sites.line(site);
    }

    /** Returns how many objects were made at a site. */
    int count(int site) {
        return counts[site];
    }

    /** Returns how many bytes the objects of a site have. */
    long size(int site) {
        return sizes[site];
    }
}
