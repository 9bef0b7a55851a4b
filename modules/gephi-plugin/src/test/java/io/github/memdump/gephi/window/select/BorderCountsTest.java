package io.github.memdump.gephi.window.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.select.Selection;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BorderCountsTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatIsLeftAboveANumber() {
        for (long seed = 1; seed <= 50; seed++) {
            int[] counts = new Random(seed).ints(30, 1, 40).toArray();
            BorderCounts border = BorderCounts.of(counts);
            for (int number = 1; number < 45; number++) {
                int least = number;
                assertEquals(Arrays.stream(counts).filter(count -> count >= least).count(), border.atLeast(number),
                    "seed " + seed);
            }
            assertEquals(30, Arrays.stream(border.bars(7)).sum(), "seed " + seed);
        }
    }

    @Test
    void theScaleIsLogarithmicAndGoesFromOneToTheLargest() {
        BorderCounts border = BorderCounts.of(1, 100, 10_000);
        assertEquals(1, border.numberAt(0));
        assertEquals(100, border.numberAt(0.5));
        assertEquals(10_000, border.numberAt(1));
        assertEquals(0.5, border.placeOf(100), 1e-9);
        int[] bars = border.bars(4);
        assertEquals("[1, 0, 1, 1]", Arrays.toString(bars));
    }

    @Test
    void aBorderOfNothingOrOfOnesHasAScaleToo() {
        assertEquals(0, BorderCounts.of().atLeast(1));
        assertEquals(1, BorderCounts.of().numberAt(1));
        assertEquals(0, BorderCounts.of(1, 1).placeOf(1));
        assertEquals("[2, 0]", Arrays.toString(BorderCounts.of(1, 1).bars(2)));
    }

    @Test
    void theNumberThatIsLeftIsWhatTheViewSelects() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            RandomHeap random = RandomHeap.ofSeed(seed);
            Heap before = load(random.before().writeTo(folder.resolve("before.json")));
            Heap after = load(random.after().writeTo(folder.resolve("after.json")));
            Findings findings = Findings.ofLeak(before, after, Task.UNWATCHED);
            BorderCounts counts = BorderCounts.of(findings).orElseThrow();
            for (int number = 1; number <= counts.largest(); number += 1 + counts.largest() / 5) {
                NodeSet selected = Selection.parse(BorderFilterDialog.selection(number)).orThrow()
                    .in(findings, Task.UNWATCHED);
                assertEquals(selected.size(), counts.atLeast(number), "seed " + seed);
            }
        }
    }

    @Test
    void withoutAnEarlierDumpThereIsNoBorder() throws Exception {
        Heap heap = load(RandomHeap.ofSeed(1).after().writeTo(folder.resolve("one.json")));
        assertTrue(BorderCounts.of(Findings.of(heap).build()).isEmpty());
    }

    private static Heap load(Path dump) throws Exception {
        return HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED);
    }
}
