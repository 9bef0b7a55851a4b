package io.github.memdump.analysis.suspect.line;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.SiteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds the application's own line where a library allocated what has gathered. Down the dominator tree, level by
 * level, it is the line outside gems and Ruby's own library at which most objects were allocated that say something by
 * their class; else the line that calls the library's line at which most were; else one at which texts and lists were.
 * Not thread-safe.
 */
public final class ApplicationLines {
    private static final int DEEPEST = 8;
    /** Of the objects of a level so many must come from the line. */
    private static final double MANY = 0.1;
    /** Or one for each second object that is asked about, where these are not few. */
    private static final int NOT_FEW = 5;

    private final Heap heap;
    private final Graph tree;
    private final NodeSet counted;
    private final CallSites calls;

    /** A line of the application. Immutable. */
    public static final class Line {
        private final int site;
        private final int called;

        private Line(int site, int called) {
            this.site = site;
            this.called = called;
        }

        /** Returns the line as a site. */
        public int site() {
            return site;
        }

        /** Returns the library's line that allocated, which this one calls; if this one allocated, the same. */
        public int called() {
            return called;
        }

        /** Returns whether it calls the line that allocated. */
        public boolean isCall() {
            return called != site;
        }
    }

    /** Prepares; only what is among {@code counted} is asked for its line. */
    public ApplicationLines(Heap heap, Graph tree, NodeSet counted) {
        this.heap = heap;
        this.tree = tree;
        this.counted = counted;
        this.calls = new CallSites(heap);
    }

    /** Returns whether a site is known and in a gem or in Ruby. */
    public boolean isLibrary(int site) {
        return site != SiteTable.NO_SITE && calls.isLibrary(site);
    }

    /** Returns the line for some objects if one is found; linear time. */
    public Optional<Line> of(int[] objects) {
        List<int[]> levels = levels(objects);
        for (int[] level : levels) {
            int own = most(level, objects.length, object -> calls.isApplications(heap.site(object))
                && (level == objects || isTelling(object)));
            if (own != SiteTable.NO_SITE) {
                return Optional.of(new Line(own, own));
            }
        }
        for (int[] level : levels) {
            int called = most(level, objects.length, object -> isLibrary(heap.site(object)));
            int caller = called == SiteTable.NO_SITE ? SiteTable.NO_SITE : calls.callerOf(called);
            if (caller != SiteTable.NO_SITE) {
                return Optional.of(new Line(caller, called));
            }
        }
        return levels.stream().map(level -> most(level, objects.length,
                object -> calls.isApplications(heap.site(object)))).filter(own -> own != SiteTable.NO_SITE)
            .findFirst().map(own -> new Line(own, own));
    }

    /** An object that the application made and handed over tells more than the texts and lists that it is made of. */
    private boolean isTelling(int object) {
        int type = heap.type(object);
        return type != RecordTypes.STRING && type != RecordTypes.ARRAY && type != RecordTypes.HASH
            && type != RecordTypes.IMEMO;
    }

    private List<int[]> levels(int[] objects) {
        List<int[]> levels = new ArrayList<>();
        int[] level = objects;
        while (levels.size() < DEEPEST && level.length > 0) {
            levels.add(level);
            IntList below = new IntList();
            for (int object : level) {
                for (int i = tree.from(object); i < tree.to(object); i++) {
                    below.add(tree.target(i));
                }
            }
            level = below.toArray();
        }
        return levels;
    }

    private int most(int[] level, int asked, IntPredicate isMeant) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = SiteTable.NO_SITE;
        for (int object : level) {
            int site = heap.site(object);
            if (site != SiteTable.NO_SITE && counted.contains(object) && isMeant.test(object)) {
                int count = counts.merge(site, 1, Integer::sum);
                int most = best == SiteTable.NO_SITE ? 0 : counts.getOrDefault(best, 0);
                best = count > most || (count == most && site < best) ? site : best;
            }
        }
        if (best == SiteTable.NO_SITE) {
            return best;
        }
        boolean isOfEach = asked >= NOT_FEW && counts.getOrDefault(best, 0) * 2 >= asked;
        return isOfEach || counts.getOrDefault(best, 0) >= MANY * level.length ? best : SiteTable.NO_SITE;
    }
}
