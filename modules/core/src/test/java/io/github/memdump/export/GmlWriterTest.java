package io.github.memdump.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ReplaceClass;
import io.github.memdump.subset.SubsetTrial;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GmlWriterTest {
    private static final Pattern BLOCK = Pattern.compile("  (node|edge)\n  \\[\n((?:    [a-z_]+ \\S.*\n)*)  ]\n");
    private static final Pattern PAIR = Pattern.compile("    ([a-z_]+) (?:\"([^\"]*)\"|(-?[0-9]+))\n");

    private static String written(GmlWriter writer, HeapSubset subset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(subset, bytes, Task.UNWATCHED);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> pairs(String lines) {
        Map<String, String> pairs = new TreeMap<>();
        Matcher pair = PAIR.matcher(lines);
        int end = 0;
        while (pair.find() && pair.start() == end) {
            pairs.put(pair.group(1), pair.group(2) == null ? pair.group(3) : '"' + pair.group(2));
            end = pair.end();
        }
        assertEquals(lines.length(), end, lines);
        return pairs;
    }

    @Test
    void writesNodesWithTheirColumnsAndEdgesWithTheirKind() {
        HeapDsl dsl = HeapDsl.heap().klass("Shop").memsize(600).root("vm", "Shop")
            .object("a").ofClass("Shop").memsize(40).generation(7).allocatedAt("shop.rb", 12, "a\"b&c").heldBy("Shop");
        Heap heap = Loading.load(dsl);
        HeapSubset subset = ReplaceClass.withReferences(HeapSubset.of(heap), Task.UNWATCHED);
        assertEquals("graph\n[\n  directed 1\n"
            + "  node\n  [\n    id \"" + dsl.identity("Shop") + "\"\n    label \"class Shop\"\n    class \"CLASS\"\n"
            + "    memsize 600\n  ]\n"
            + "  node\n  [\n    id \"" + dsl.identity("a") + "\"\n    label \"Shop\"\n    class \"Shop\"\n"
            + "    memsize 40\n    generation 7\n    method \"a&quot;b&amp;c\"\n  ]\n"
            + "  node\n  [\n    id \"vm\"\n    label \"root vm\"\n    class \"ROOT\"\n    memsize 0\n  ]\n"
            + "  edge\n  [\n    source \"" + dsl.identity("Shop") + "\"\n    target \"" + dsl.identity("a")
            + "\"\n    kind \"reference\"\n  ]\n"
            + "  edge\n  [\n    source \"" + dsl.identity("a") + "\"\n    target \"" + dsl.identity("Shop")
            + "\"\n    kind \"class\"\n  ]\n"
            + "  edge\n  [\n    source \"vm\"\n    target \"" + dsl.identity("Shop")
            + "\"\n    kind \"reference\"\n  ]\n]\n",
            written(GmlWriter.of(Findings.of(heap).build(),
                List.of(Column.CLASS, Column.MEMSIZE, Column.GENERATION, Column.METHOD)), subset));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void writesEachObjectAndEachReferenceOnce(long seed) {
        SubsetTrial trial = new SubsetTrial(seed);
        Findings findings = Findings.of(trial.heap).retained(Task.UNWATCHED).build();
        HeapSubset subset = trial.part.collapse(trial.few(4), Task.UNWATCHED);
        String text = written(GmlWriter.of(findings), subset);
        Map<String, Set<String>> graph = new TreeMap<>();
        int collapsed = 0;
        int end = text.indexOf("  node");
        for (Matcher block = BLOCK.matcher(text); block.find(); end = block.end()) {
            assertEquals(end, block.start(), trial.toString());
            Map<String, String> pairs = pairs(block.group(2));
            if (block.group(1).equals("node")) {
                String id = pairs.get("id").substring(1);
                assertTrue(graph.put(id, new TreeSet<>()) == null, trial + " " + id);
                assertEquals("\"" + id, pairs.get("object"), trial.toString());
            } else {
                Set<String> targets = graph.get(pairs.get("source").substring(1));
                assertTrue(targets.add(pairs.get("target").substring(1)), trial.toString());
                collapsed += pairs.get("kind").equals("\"collapsed") ? 1 : 0;
            }
        }
        assertEquals("]\n", text.substring(end), trial.toString());
        assertEquals(trial.graph(subset), graph, trial.toString());
        assertTrue(collapsed > 0, trial.toString());
    }

    @Test
    void writesWhatIsNotAsciiAsEntities(@TempDir Path folder) throws IOException {
        Heap heap = Loading.load(HeapDsl.heap().root("Größe\n🐘"));
        Path file = folder.resolve("heap.gml");
        GmlWriter.of(Findings.of(heap).build(), List.of()).write(HeapSubset.of(heap),
            Target.of(file, Inputs.none()), Task.UNWATCHED);
        assertEquals("graph\n[\n  directed 1\n  node\n  [\n    id \"Gr&#246;&#223;e&#10;&#128024;\"\n"
            + "    label \"root Gr&#246;&#223;e&#10;&#128024;\"\n  ]\n]\n", Files.readString(file));
    }
}
