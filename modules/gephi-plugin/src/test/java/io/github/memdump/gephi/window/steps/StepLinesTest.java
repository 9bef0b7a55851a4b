package io.github.memdump.gephi.window.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepLinesTest {
    @TempDir
    private Path folder;

    private final HeapDsl shop = HeapDsl.heap().root("vm", "a", "b", "c").klass("Cart").klass("Store")
        .object("a").ofClass("Cart").object("b").ofClass("Store").object("c").ofClass("Cart");

    private Recipe recipe() {
        return Recipe.of(Recipe.Subject.HEAP, List.of("shop.json"), ViewBudget.DEFAULT)
            .with(Step.of(Step.Kind.REMOVE, shop.identities("a", "b", "c")));
    }

    @Test
    void namesTheObjectsOfAStepByClass() throws Exception {
        Heap heap = HeapLoader.lenient().load(DumpInput.of(shop.writeTo(folder.resolve("shop.json"))), Task.UNWATCHED);
        assertEquals(List.of("Heap: shop.json", "Remove: Cart \u00d72, Store"),
            StepLines.of(recipe(), Optional.of(heap)));
    }

    @Test
    void namesThemByIdentityWhereTheHeapIsNotThere() {
        assertEquals("Remove: " + String.join(", ", shop.identities("a", "b", "c")),
            StepLines.of(recipe(), Optional.empty()).get(1));
    }

    @Test
    void countsWhatItDoesNotName() {
        assertEquals("a \u00d73, b, c and 2 more", StepLines.summary(List.of("b", "a", "c", "a", "d", "e", "a")));
    }

    @Test
    void tellsTheDepthOfAView() {
        Recipe holders = Recipe.about(Recipe.Subject.REFERRERS, List.of("a.json"), "Cart", ViewBudget.DEFAULT);
        assertEquals("Referrers Cart: a.json, to depth 3", StepLines.of(holders, Optional.empty()).get(0));
        assertEquals("Referrers Cart: a.json, as far as there is anything",
            StepLines.of(holders.toDepth(Recipe.ANY_DEPTH), Optional.empty()).get(0));
    }
}
