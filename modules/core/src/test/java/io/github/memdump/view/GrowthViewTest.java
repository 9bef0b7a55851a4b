package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrowthViewTest {
    private static final List<String> THREE = List.of("a.json", "b.json", "c.json");

    @Test
    void survivorsAreShownWithTheirPathsAndTheDumpTheyCameIn() {
        for (long seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            Map<Integer, Integer> born = new HashMap<>();
            Map<Integer, Integer> holders = new HashMap<>();
            List<Heap> heaps = new ArrayList<>();
            for (int dump = 0; dump < 3; dump++) {
                for (int i = 0; i < 10; i++) {
                    int object = dump * 10 + i;
                    born.put(object, dump);
                    holders.put(object, object == 0 ? -1 : random.nextInt(object));
                }
                heaps.add(heap(born, holders));
            }
            View view = view(heaps);
            Heap last = heaps.get(2);
            Set<Integer> shown = ViewChecks.objects(view);
            Set<String> expected = new HashSet<>();
            for (int object = 10; object < 20; object++) {
                expected.add(name(object));
                for (int on = object; on >= 0; on = holders.get(on)) {
                    assertTrue(shown.contains(last.at(address(on))), "seed " + seed + ": the path to " + object);
                }
            }
            Set<String> members = new HashSet<>();
            for (ViewNode node : view.nodes()) {
                if (last.isRoot(node.object())) {
                    continue;
                }
                if (node.rgb() == NodeRole.MEMBER.rgb()) {
                    members.add(name((int) (last.address(node.object()) - address(0)) / 40));
                }
                assertEquals(1 + born.get((int) (last.address(node.object()) - address(0)) / 40),
                    view.number(Column.FIRST_DUMP, node), "seed " + seed);
            }
            assertEquals(expected, members, "seed " + seed);
        }
    }

    @Test
    void growthNeedsThreeDumps() {
        assertThrows(IllegalArgumentException.class,
            () -> Recipe.of(Recipe.Subject.GROWTH, THREE.subList(0, 2), ViewBudget.DEFAULT));
    }

    @Test
    void thatNothingSurvivedIsSaid() {
        Heap heap = heap(Map.of(0, 0), Map.of(0, -1));
        View view = view(List.of(heap, heap, heap));
        assertTrue(view.nodes().isEmpty());
        assertFalse(view.omissions().isEmpty());
    }

    private static View view(List<Heap> heaps) {
        Growth growth = Growth.of(List.of(DumpSummary.of(heaps.get(0)), DumpSummary.of(heaps.get(1))), heaps.get(2),
            Task.UNWATCHED);
        Findings findings = Findings.ofGrowth(heaps.get(0).identities(), growth, Task.UNWATCHED);
        return Views.of(Recipe.of(Recipe.Subject.GROWTH, THREE, ViewBudget.DEFAULT), findings, Task.UNWATCHED);
    }

    private static long address(int object) {
        return 0x7f0000000000L + object * 40L;
    }

    private static String name(int object) {
        return "o" + object;
    }

    private static Heap heap(Map<Integer, Integer> born, Map<Integer, Integer> holders) {
        HeapDsl heap = HeapDsl.heap().root("vm", name(0));
        for (int object = 0; object < born.size(); object++) {
            heap = heap.object(name(object)).at(address(object)).generation(1 + born.get(object));
            if (holders.get(object) >= 0) {
                heap = heap.heldBy(name(holders.get(object)));
            }
        }
        return Loading.load(heap);
    }
}
