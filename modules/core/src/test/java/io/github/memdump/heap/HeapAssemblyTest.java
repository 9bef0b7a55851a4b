package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The heap does not depend on how the work is shared out, nor on the order of the records. */
class HeapAssemblyTest {
    @Test
    void anyNumberOfThreadsMakesTheSameHeap() throws DumpException {
        for (long seed = 1; seed <= 40; seed++) {
            String dump = shuffled(RandomHeap.ofSeed(seed).objects(90).newObjects(30).after().text(), seed);
            Heap expected = assembled(dump, 1);
            for (int threads = 2; threads <= 7; threads++) {
                assertSame(expected, assembled(dump, threads), "seed " + seed + ", threads " + threads);
            }
        }
    }

    @Test
    void anyOrderOfRecordsMakesTheSameHeap() throws DumpException {
        for (long seed = 1; seed <= 40; seed++) {
            String dump = RandomHeap.ofSeed(seed).objects(90).newObjects(30).after().text();
            assertSame(assembled(dump, 2), assembled(shuffled(dump, seed), 3), "seed " + seed);
        }
    }

    private static String shuffled(String dump, long seed) {
        List<String> lines = new ArrayList<>(Arrays.asList(dump.split("\n")));
        // The first line of an address counts, so repeated addresses would make another heap.
        Collections.shuffle(lines, new Random(seed));
        return String.join("\n", lines) + "\n";
    }

    private static Heap assembled(String dump, int threads) throws DumpException {
        DumpInput input = Loading.input(dump);
        HeapBuilder builder = new HeapBuilder(DumpLimits.DEFAULT);
        DumpReader.Summary summary = new DumpReader(DumpLimits.DEFAULT, false).read(input, builder, Task.UNWATCHED);
        return new HeapAssembly(builder, threads).heap(input, summary, Task.UNWATCHED);
    }

    private static void assertSame(Heap expected, Heap actual, String message) {
        assertEquals(expected.objectCount(), actual.objectCount(), message);
        assertEquals(expected.facts().references(), actual.facts().references(), message);
        assertEquals(expected.facts().danglingReferences(), actual.facts().danglingReferences(), message);
        assertEquals(expected.facts().duplicateReferences(), actual.facts().duplicateReferences(), message);
        for (int id = 0; id < expected.objectCount(); id++) {
            // ROOT objects are numbered in the order in which they come.
            int other = expected.isRoot(id) ? actual.rootNamed(expected.name(id)) : id;
            assertEquals(expected.identity(id), actual.identity(other), message);
            assertEquals(expected.className(id), actual.className(other), message);
            assertEquals(expected.memsize(id), actual.memsize(other), message);
            assertEquals(expected.sites().file(expected.site(id)), actual.sites().file(actual.site(other)), message);
            assertArrayEquals(row(expected, id), row(actual, other), message);
        }
    }

    private static int[] row(Heap heap, int id) {
        int[] row = new int[heap.references().outDegree(id)];
        for (int i = 0; i < row.length; i++) {
            row[i] = heap.references().target(heap.references().from(id) + i);
        }
        return row;
    }
}
