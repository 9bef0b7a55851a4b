package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedContainerViewTest {
    @Test
    void aHeapInWhichManyShareAContainerOfManyIsShownAsItIsAndThatIsSaid() {
        View view = view(Loading.load(hub(1_100)));
        assertTrue(view.omissions().get(0).startsWith("Not cleaned up: "), view.omissions().toString());
        assertTrue(view.nodes().stream().anyMatch(node -> !node.isRest() && isArray(view, node)), "the Array is shown");
    }

    @Test
    void aSmallerOneIsCleanedUp() {
        View view = view(Loading.load(hub(100)));
        assertEquals(List.of(), view.omissions().stream().filter(one -> one.startsWith("Not cleaned"))
            .collect(Collectors.toList()));
        assertTrue(view.nodes().stream().noneMatch(node -> !node.isRest() && isArray(view, node)));
    }

    private static boolean isArray(View view, ViewNode node) {
        return view.findings().heap().typeName(node.object()).equals("ARRAY");
    }

    private static View view(Heap heap) {
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        return Views.of(Recipe.of(Recipe.Subject.HEAP, List.of("a.json"), ViewBudget.DEFAULT), findings,
            Task.UNWATCHED);
    }

    private static HeapDsl hub(int size) {
        String[] holders = IntStream.range(0, size).mapToObj(i -> "holder" + i).toArray(String[]::new);
        String[] held = IntStream.range(0, size).mapToObj(i -> "held" + i).toArray(String[]::new);
        HeapDsl dsl = HeapDsl.heap().root("vm", holders).array("hub").refers(held);
        for (int i = 0; i < size; i++) {
            dsl.object(holders[i]).refers("hub").object(held[i]);
        }
        return dsl;
    }
}
