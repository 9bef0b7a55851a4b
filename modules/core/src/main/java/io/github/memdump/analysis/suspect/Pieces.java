package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.KindCounts;
import io.github.memdump.analysis.suspect.weight.MadeAgain;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In how many pieces something came: how many of its new objects were put into old ones. What was loaded at once, or a
 * pool that opened one more, came in few; what leaks comes again and again. A hidden table, and a new container in
 * place of an older one, whose entries it took over, count by their entries. Not thread-safe.
 */
final class Pieces {
    /** So many are no longer few. */
    static final int ENOUGH = 5;

    private final Heap heap;
    private final Subtrees subtrees;
    private final ProgramObjects objects;
    private final NodeSet newOnes;
    private final Map<Long, Boolean> tookOver = new HashMap<>();

    Pieces(Heap heap, Subtrees subtrees, ProgramObjects objects, NodeSet newOnes) {
        this.heap = heap;
        this.subtrees = subtrees;
        this.objects = objects;
        this.newOnes = newOnes;
    }

    /** Returns in how many pieces that came which some objects dominate, {@link #ENOUGH} at most. */
    int of(int[] tops) {
        int pieces = 0;
        for (int top : tops) {
            for (int i = subtrees.from(top); i < subtrees.to(top); i++) {
                int object = subtrees.at(i);
                if (newOnes.contains(object) && objects.weighs(object) && isHeldFromBefore(object)
                    && ++pieces == ENOUGH) {
                    return pieces;
                }
            }
        }
        return pieces;
    }

    /**
     * Returns how often the same line made what came with a class that was loaded in between, {@link #ENOUGH} at most:
     * the lines of a file that is loaded run once, but for those that load.
     */
    int ofLoaded(int[] tops) {
        Map<Integer, Integer> counts = new HashMap<>();
        int most = 0;
        for (int top : tops) {
            for (int i = subtrees.from(top); i < subtrees.to(top) && most < ENOUGH; i++) {
                int object = subtrees.at(i);
                int site = heap.site(object);
                boolean isMade = newOnes.contains(object) && objects.weighs(object) && !MadeAgain.isLoading(heap, site);
                most = isMade && site == SiteTable.NO_SITE ? ENOUGH
                    : isMade ? Math.max(most, counts.merge(site, 1, Integer::sum)) : most;
            }
        }
        return Math.max(1, most);
    }

    /** Returns in how many generations of the collector came what some objects dominate, {@link #ENOUGH} at most. */
    int generations(int[] tops) {
        Set<Integer> met = new HashSet<>();
        for (int top : tops) {
            for (int i = subtrees.from(top); i < subtrees.to(top) && met.size() < ENOUGH; i++) {
                note(subtrees.at(i), met);
            }
        }
        return met.size();
    }

    /** Returns in how many generations all that is new came, {@link #ENOUGH} at most. */
    int generations() {
        Set<Integer> met = new HashSet<>();
        for (int i = 0; i < subtrees.size() && met.size() < ENOUGH; i++) {
            note(subtrees.at(i), met);
        }
        return met.size();
    }

    private void note(int object, Set<Integer> met) {
        if (newOnes.contains(object) && objects.weighs(object) && heap.generation(object) != Heap.NO_GENERATION) {
            met.add(heap.generation(object));
        }
    }

    private boolean isHeldFromBefore(int object) {
        Graph referrers = heap.referrers();
        for (int i = referrers.from(object); i < referrers.to(object); i++) {
            int referrer = referrers.target(i);
            if (subtrees.isReachable(referrer) && (!newOnes.contains(referrer) || objects.isTable(referrer)
                || tookOver(referrer, KindCounts.classOrKind(heap, object)))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a new object holds more than a few old ones of a class as well: it is in place of another. */
    private boolean tookOver(int container, int kind) {
        return tookOver.computeIfAbsent((long) container << Integer.SIZE | kind, any -> {
            Graph references = heap.references();
            int old = 0;
            for (int i = references.from(container); i < references.to(container) && old < ENOUGH; i++) {
                int target = references.target(i);
                old += !newOnes.contains(target) && KindCounts.classOrKind(heap, target) == kind ? 1 : 0;
            }
            return old >= ENOUGH;
        });
    }
}
