package io.github.memdump.view.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RootPathsTest {
    private static final int LONG = 20_000;

    private final Heap chain = chain(LONG);

    @Test
    void triesAllObjectsOfALongChainInStepsThatGrowWithItsLengthAlone() {
        ShownRootPaths paths = new ShownRootPaths(chain, fromRoots(chain));
        ViewBuilder chosen = new ViewBuilder(5);
        chosen.add(chain.roots()[0], ViewBuilder.NO_PARENT);
        int shown = 0;
        for (int object = chain.objectCount() - 1; object >= 0; object--) {
            shown += !chosen.contains(object) && paths.add(chosen, object) ? 1 : 0;
        }
        assertTrue(shown > 0, "what is next to the root fits");
        assertEquals(0, chosen.room());
        assertTrue(paths.steps() <= 40L * LONG, paths.steps() + " steps; to climb to the root from each are "
            + (long) LONG * LONG / 2);
    }

    @Test
    void findsTheNearestShownObjectOfAllObjectsOfALongChainInAFewStepsForEach() {
        ShownRootPaths paths = new ShownRootPaths(chain, fromRoots(chain));
        ViewBuilder chosen = new ViewBuilder(1);
        int root = chain.roots()[0];
        chosen.add(root, ViewBuilder.NO_PARENT);
        ShownRootPaths.NearestShown nearest = paths.nearestShown(chosen);
        for (int object = chain.objectCount() - 1; object >= 0; object--) {
            assertEquals(root, nearest.of(object));
        }
        assertTrue(paths.steps() <= 4L * LONG, paths.steps() + " steps");
    }

    @Test
    void showsTheMissingPartOfAPathBelowTheNearestShownObject() {
        ShownRootPaths paths = new ShownRootPaths(chain, fromRoots(chain));
        ViewBuilder chosen = new ViewBuilder(100);
        int low = chain.at(chain.address(0) + 40L * (LONG - 1));
        assertTrue(paths.add(chosen, low));
        assertEquals(2 * ViewBuilder.KEPT_AT_AN_END + 1, chosen.size(),
            "a long path is shown by its ends and one node for what lies between");
        int before = chosen.size();
        BreadthFirst fromRoots = fromRoots(chain);
        int middle = fromRoots.path(low)[LONG / 2];
        assertTrue(paths.add(chosen, middle));
        assertTrue(chosen.contains(middle));
        assertEquals(before + 2 * ViewBuilder.KEPT_AT_AN_END + 1, chosen.size());
    }

    @Test
    void agreesWithClimbingStepByStep() {
        for (long seed = 0; seed < 60; seed++) {
            Heap heap = Loading.load(RandomHeap.ofSeed(seed).after());
            BreadthFirst fromRoots = fromRoots(heap);
            Random random = new Random(seed);
            ShownRootPaths paths = new ShownRootPaths(heap, fromRoots);
            ViewBuilder chosen = new ViewBuilder(5 + random.nextInt(30));
            for (int i = 0; i < 50; i++) {
                int object = random.nextInt(heap.objectCount());
                if (chosen.contains(object)) {
                    continue;
                }
                int above = nearest(chosen, fromRoots, object);
                assertEquals(above, paths.nearestShown(chosen).of(object), "seed " + seed + ", object " + object);
                int room = chosen.room();
                boolean added = paths.add(chosen, object);
                assertEquals(added, chosen.contains(object), "seed " + seed);
                if (added) {
                    assertTrue(above < 0 || chosen.parent(object) >= 0, "seed " + seed + ": it hangs on something");
                    assertTrue(chosen.room() < room);
                } else {
                    assertEquals(room, chosen.room(), "seed " + seed);
                    assertFalse(fits(chosen, fromRoots, object), "seed " + seed + ", object " + object);
                }
            }
        }
    }

    private static int nearest(ViewBuilder chosen, BreadthFirst fromRoots, int object) {
        int on = object;
        while (on >= 0 && !chosen.contains(on)) {
            on = fromRoots.isReached(on) ? fromRoots.parent(on) : -1;
        }
        return on;
    }

    private static boolean fits(ViewBuilder chosen, BreadthFirst fromRoots, int object) {
        int missing = 0;
        for (int on = object; on >= 0 && !chosen.contains(on);
            on = fromRoots.isReached(on) ? fromRoots.parent(on) : -1) {
            missing++;
        }
        return Math.min(missing, 2 * ViewBuilder.KEPT_AT_AN_END) <= chosen.room() && missing <= ViewBuilder.LONGEST_RUN
            && missing <= chosen.room();
    }

    private static BreadthFirst fromRoots(Heap heap) {
        return BreadthFirst.from(Walk.over(heap.references()), heap.roots(), 1, Task.UNWATCHED);
    }

    private static Heap chain(int length) {
        HeapDsl dsl = HeapDsl.heap().root("vm", "o0");
        for (int i = 0; i < length; i++) {
            dsl.object("o" + i);
            if (i + 1 < length) {
                dsl.refers("o" + (i + 1));
            }
        }
        return Loading.load(dsl);
    }
}
