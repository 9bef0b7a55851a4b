package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.SuspectShape;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.assembly.Views;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspectViewTest {
    private static final List<String> TWO = List.of("before.json", "after.json");

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void eachSuspectIsShownWithWhatHoldsItAndWhatHasGathered(GoldenDumps dumps) {
        Heap after = Loading.load(dumps.after());
        Findings two = two(Loading.load(dumps.before()), after);
        Suspects grown = two.found(Suspects.class).orElseThrow();
        requireShown(two, grown.list(), dumps + " grown");
        Findings one = Findings.of(after).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        requireShown(one, Suspects.of(after, one.retained().orElseThrow(), SuspectOptions.OF_ONE_DUMP,
            Task.UNWATCHED).list(), dumps + " one");
    }

    private static void requireShown(Findings findings, List<Suspect> suspects, String which) {
        assertFalse(suspects.isEmpty(), which);
        for (int nodes : new int[] {200, 3000}) {
            View view = view(findings, nodes);
            ViewChecks.requireSound(view, which);
            Set<Integer> shown = ViewChecks.objects(view);
            for (Suspect suspect : suspects) {
                assertTrue(shown.contains(suspect.accumulationPoint()), which);
                assertTrue(shown.contains(suspect.object()), which);
                for (SuspectHolder holder : suspect.holders()) {
                    assertTrue(shown.contains(holder.object()) && shown.contains(holder.anchor()), which);
                }
                if (suspect.shape() == SuspectShape.CONTAINER) {
                    requireLargest(findings, suspect.accumulationPoint(), shown, which + " " + nodes);
                }
            }
        }
    }

    /** Of what an object dominates that is shown which retains most. */
    private static void requireLargest(Findings findings, int point, Set<Integer> shown, String which) {
        Retained retained = findings.retained().orElseThrow();
        long most = -1;
        boolean isShown = true;
        for (int object = 0; object < findings.heap().objectCount(); object++) {
            if (retained.dominators().dominator(object) == point && retained.size(object) >= most) {
                isShown = shown.contains(object) || retained.size(object) == most && isShown;
                most = retained.size(object);
            }
        }
        assertTrue(isShown, which + ": " + findings.heap().identity(point));
    }

    @Test
    void everyHeapIsShownWithinAnyBudget() {
        for (long seed = 0; seed < 30; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            Findings findings = two(Loading.load(pair.before()), Loading.load(pair.after()));
            for (int nodes : new int[] {1, 7, 40, 1000}) {
                ViewChecks.requireSound(view(findings, nodes), pair + " " + nodes);
            }
        }
    }

    /** A holder that refers to none of what it keeps is shown with what lies between. */
    @Test
    void aWayLeadsFromEachHolderToWhatItKeeps() {
        HeapDsl dsl = HeapDsl.heap().root("vm").klass("Object").heldBy("vm").klass("App").heldBy("Object")
            .klass("Hash").heldBy("Object").klass("Array").heldBy("Object")
            .klass("Item").heldBy("Object").klass("Proc").heldBy("Object")
            .root("global_tbl").hash("sessions").ofClass("Hash").memsize(80).heldBy("App")
            .array("listeners").ofClass("Array").memsize(80).heldBy("global_tbl");
        for (int i = 0; i < 300; i++) {
            dsl.object("item" + i).ofClass("Item").memsize(400).heldBy("sessions")
                .data("proc" + i, "proc").ofClass("Proc").memsize(40).heldBy("listeners")
                .imemo("env" + i, "env").memsize(40).heldBy("proc" + i).refers("item" + i);
        }
        Heap heap = Loading.load(dsl);
        Findings one = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        List<Suspect> suspects = Suspects.of(heap, one.retained().orElseThrow(), SuspectOptions.OF_ONE_DUMP,
            Task.UNWATCHED).list();
        int held = 0;
        for (Suspect suspect : suspects) {
            List<SuspectHolder> holders = suspect.shape() == SuspectShape.SHARED ? suspect.holders() : List.of();
            for (SuspectHolder holder : holders) {
                held++;
                Set<Integer> below = shownBelow(view(one, 320), holder.object());
                assertTrue(Arrays.stream(suspect.members()).anyMatch(below::contains), heap.identity(holder.object()));
            }
        }
        assertTrue(held > 1, suspects.size() + " suspects");
    }

    private static Set<Integer> shownBelow(View view, int from) {
        Set<Integer> reached = new HashSet<>(Set.of(from));
        for (boolean grew = true; grew;) {
            grew = false;
            for (ViewEdge edge : view.edges()) {
                int source = view.nodes().get(edge.source()).object();
                grew |= reached.contains(source) && reached.add(view.nodes().get(edge.target()).object());
            }
        }
        return reached;
    }

    private static Findings two(Heap before, Heap after) {
        Findings leak = Findings.ofLeak(before, after, Task.UNWATCHED);
        return leak.and(Suspects.of(leak.diff().orElseThrow(), EarlierHeap.of(before, Task.UNWATCHED),
            leak.retained().orElseThrow(), SuspectOptions.OF_GROWTH, Task.UNWATCHED));
    }

    private static View view(Findings findings, int nodes) {
        return Views.of(Recipe.of(Recipe.Subject.SUSPECTS, TWO, ViewBudget.of(nodes, nodes * 4)), findings,
            Task.UNWATCHED);
    }
}
