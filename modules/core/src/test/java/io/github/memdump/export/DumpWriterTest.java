package io.github.memdump.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import io.github.memdump.subset.SubsetTrial;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpWriterTest {
    private static String written(HeapSubset subset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DumpWriter.of(subset).write(bytes, Task.UNWATCHED);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns everything that the columns of a heap say of the objects of a subset, by identity. */
    private static Map<String, String> lines(HeapSubset subset) {
        Findings findings = Findings.of(subset.heap()).build();
        Map<String, String> lines = new TreeMap<>();
        subset.objects().forEach(object -> {
            StringBuilder line = new StringBuilder();
            for (Column column : Column.ofFindings()) {
                line.append(column.id()).append('=').append(findings.text(column, object)).append(' ');
            }
            lines.put(subset.heap().identity(object), line.toString());
        });
        return lines;
    }

    private static void checkSameAgain(HeapSubset subset, String name) {
        Heap again = Loading.load(written(subset));
        assertEquals(0, again.facts().issues().total(), name);
        assertEquals(0, again.facts().danglingReferences(), name);
        assertEquals(lines(subset), lines(HeapSubset.of(again)), name);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesTheSameSubsetWhenReadAgain(long seed) {
        SubsetTrial trial = new SubsetTrial(seed);
        HeapSubset collapsed = trial.whole.collapse(trial.few(2), Task.UNWATCHED);
        HeapSubset strings = trial.whole.objectsOfType("STRING");
        for (HeapSubset subset : new HeapSubset[] {trial.whole, trial.part, collapsed, strings}) {
            if (subset.size() > 0) {
                checkSameAgain(subset, trial.toString());
                Heap again = Loading.load(written(subset));
                assertEquals(trial.graph(subset), SubsetTrial.graphOf(HeapSubset.of(again)), trial.toString());
                assertEquals(written(subset), written(HeapSubset.of(again)), trial.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void givesTheSameHeapForRealDumps(GoldenDumps dumps) {
        Heap heap = Loading.load(dumps.after());
        checkSameAgain(HeapSubset.of(heap), dumps.toString());
        checkSameAgain(HeapSubset.of(heap).objectsOfClass(name -> name.startsWith("#<") || name.startsWith("I(")),
            dumps.toString());
    }

    @Test
    void writesGroupsAsRecordsOfTheirOwnType() {
        HeapDsl dsl = HeapDsl.heap().klass("Plan").root("vm", "Plan").object("a").ofClass("Plan").memsize(40)
            .generation(3).heldBy("Plan").object("b").ofClass("Plan").memsize(2).heldBy("a").object("c").heldBy("b");
        Heap heap = Loading.load(dsl);
        HeapSubset plans = HeapSubset.of(heap).objectsOfClass("Plan");
        HeapSubset grouped = ObjectGroup.in(HeapSubset.of(heap), "plans", plans.objects(), Task.UNWATCHED);
        Heap again = Loading.load(written(grouped));
        int group = again.at(heap.address(plans.objects().nextMember(0)));
        assertEquals("GROUP", again.typeName(group));
        assertEquals("plans", again.name(group));
        assertEquals(42, again.memsize(group));
        assertEquals(Heap.NO_GENERATION, again.generation(group));
        int rest = again.at(Long.decode(dsl.address("c")));
        assertTrue(again.references().hasEdge(group, rest));
        assertTrue(again.references().hasEdge(again.at(Long.decode(dsl.address("Plan"))), group));
        assertEquals(4, again.objectCount());
    }

    @Test
    void writesWhatRubyWouldNotEscape() {
        String odd = "qu\"ote \\ \t\n \u0001 Größe \ud83d\udc18";
        HeapDsl dsl = HeapDsl.heap().klass(odd).root("root " + odd, odd).object("a").ofClass(odd)
            .allocatedAt(odd, -7, odd).heldBy(odd);
        checkSameAgain(HeapSubset.of(Loading.load(dsl)), odd);
    }

    @Test
    void writesHalfASurrogatePair() {
        HeapDsl dsl = HeapDsl.heap().root("vm").record("a", "CLASS").withJson("name", "\"x\\ud800y\"").heldBy("vm");
        Heap heap = Loading.load(dsl);
        assertEquals("x\ud800y", heap.name(heap.at(Long.decode(dsl.address("a")))));
        checkSameAgain(HeapSubset.of(heap), "half a pair");
    }

    @Test
    void writesNoFileWhenCancelledAndPacksByName(@TempDir Path folder) throws IOException {
        HeapSubset subset = HeapSubset.of(Loading.load(HeapDsl.heap().klass("A").root("vm", "A")));
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
            }

            @Override
            public void done(long steps) {
                throw new CancelledException();
            }
        };
        assertThrows(CancelledException.class, () -> DumpWriter.of(subset).write(
            Target.of(folder.resolve("a.json"), Inputs.none()), cancelled));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        for (String name : new String[] {"a.json", "a.json.gz"}) {
            Path file = folder.resolve(name);
            assertEquals(2, DumpWriter.of(subset).write(Target.of(file, Inputs.none()), Task.UNWATCHED));
            assertEquals(lines(subset), lines(HeapSubset.of(Loading.load(file))));
            assertEquals(name.endsWith("gz") ? 0x1f : '{', Files.readAllBytes(file)[0]);
        }
    }
}
