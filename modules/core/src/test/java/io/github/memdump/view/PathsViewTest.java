package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.assembly.Views;
import io.github.memdump.view.choice.PathsChoice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathsViewTest {
    @Test
    void allPathsThatShareNothingAreShownAndTheOneThatIsShownEverywhereAndNothingElse() {
        for (long seed = 0; seed < 30; seed++) {
            Heap heap = Loading.load(RandomHeap.ofSeed(seed).after());
            Findings findings = findings(heap);
            for (int object = 0; object < heap.objectCount(); object += 1 + heap.objectCount() / 12) {
                if (heap.type(object) == RecordTypes.SHAPE) {
                    continue;
                }
                DisjointPaths paths = DisjointPaths.of(Walk.over(heap.references()), heap.referrers(),
                    NodeSet.of(heap.objectCount(), heap.roots()), object, PathsChoice.MOST, Task.UNWATCHED);
                Set<Integer> expected = new HashSet<>(Set.of(object));
                for (int i = -1; i < paths.size(); i++) {
                    for (int on : i < 0 ? findings.fromRoots().orElseThrow().path(object) : paths.path(i)) {
                        if (heap.type(on) != RecordTypes.SHAPE) {
                            expected.add(on);
                        }
                    }
                }
                View view = view(findings, heap.identity(object), ViewBudget.DEFAULT);
                String which = "seed " + seed + ", object " + object;
                ViewChecks.requireSound(view, which);
                assertEquals(expected, ViewChecks.objects(view), which);
            }
        }
    }

    @Test
    void aPathThatDoesNotFitIsTold() {
        Heap heap = Loading.load(HeapDsl.heap().klass("Held").root("vm", "a", "b").object("a").object("b")
            .object("held").ofClass("Held").heldBy("a", "b"));
        View view = view(findings(heap), "Held", ViewBudget.of(3, 10));
        assertEquals(3, view.nodes().size());
        assertTrue(String.join(" ", view.omissions()).contains("of 2"), view.omissions().toString());
    }

    @Test
    void ofSeveralObjectsTheOneThatRetainsMostIsShownAndThatIsSaid() {
        Heap heap = Loading.load(HeapDsl.heap().klass("Foo").root("vm", "a", "b")
            .object("a").ofClass("Foo").memsize(40)
            .object("b").ofClass("Foo").memsize(400));
        View view = view(findings(heap), "Foo", ViewBudget.DEFAULT);
        ViewNode target = view.nodes().stream().filter(node -> node.rgb() == NodeRole.MEMBER.rgb()).findFirst()
            .orElseThrow();
        assertEquals(400, heap.memsize(target.object()));
        assertTrue(String.join(" ", view.omissions()).contains("1"), view.omissions().toString());
    }

    private static Findings findings(Heap heap) {
        return Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }

    private static View view(Findings findings, String about, ViewBudget budget) {
        return Views.of(Recipe.about(Recipe.Subject.PATHS, List.of("dump"), about, budget), findings, Task.UNWATCHED);
    }
}
