package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the application's own line where a library allocated what has gathered: down the dominator tree, level by
 * level, the line outside gems and Ruby's own library at which most objects were allocated. Immutable.
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

    /** Prepares; only what is among {@code counted} is asked for its line. */
    public ApplicationLines(Heap heap, Graph tree, NodeSet counted) {
        this.heap = heap;
        this.tree = tree;
        this.counted = counted;
    }

    /** Returns the line for some objects as a site, {@link SiteTable#NO_SITE} if none is found; linear time. */
    public int of(int[] objects) {
        int[] level = objects;
        for (int depth = 0; depth < DEEPEST && level.length > 0; depth++) {
            int site = most(level, objects.length);
            if (site != SiteTable.NO_SITE) {
                return site;
            }
            IntList below = new IntList();
            for (int object : level) {
                for (int i = tree.from(object); i < tree.to(object); i++) {
                    below.add(tree.target(i));
                }
            }
            level = below.toArray();
        }
        return SiteTable.NO_SITE;
    }

    private int most(int[] level, int asked) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = SiteTable.NO_SITE;
        for (int object : level) {
            int site = heap.site(object);
            if (site != SiteTable.NO_SITE && counted.contains(object)
                && !CodeOrigin.isLibrary(heap.sites().file(site))) {
                int count = counts.merge(site, 1, Integer::sum);
                int most = best == SiteTable.NO_SITE ? 0 : counts.getOrDefault(best, 0);
                best = count > most || count == most && site < best ? site : best;
            }
        }
        if (best == SiteTable.NO_SITE) {
            return best;
        }
        boolean isOfEach = asked >= NOT_FEW && counts.getOrDefault(best, 0) * 2 >= asked;
        return isOfEach || counts.getOrDefault(best, 0) >= MANY * level.length ? best : SiteTable.NO_SITE;
    }
}
