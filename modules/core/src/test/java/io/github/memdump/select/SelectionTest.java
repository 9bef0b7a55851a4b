package io.github.memdump.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.syntax.NumberLiteral;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static Selection parse(String text) {
        return Selection.parse(text).selection().orElseThrow(
            () -> new AssertionError(Selection.parse(text).error().orElseThrow().toString()));
    }

    private static SyntaxError failure(String text, Heap heap) {
        Findings findings = Findings.of(heap).build();
        return assertThrows(SelectionException.class, () -> parse(text).in(findings, Task.UNWATCHED)).error();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "type = STRING and memsize > 1k and reachable-from(root); ''",
        "new; DIFF", "old; DIFF", "in_after = 0; DIFF", "border; BORDER", "border = old; BORDER",
        "root_distance < 3; DISTANCES", "retained_size > 1; RETAINED", "dominator = ''; RETAINED",
        "dominated-by(new); DIFF RETAINED", "keepalive_count > 1; KEEPALIVE",
        "keepalive_new_count > 1; DIFF KEEPALIVE_NEW",
        "reaches(refers-to(root_distance = 1)) or not new; DIFF DISTANCES",
    })
    void saysWhichAnalysesItNeeds(String text, String needs) {
        Set<Need> expected = EnumSet.noneOf(Need.class);
        for (String need : needs.trim().split(" ")) {
            if (!need.isEmpty() && !need.equals("''")) {
                expected.add(Need.valueOf(need));
            }
        }
        assertEquals(expected, parse(text).needs());
    }

    @Test
    void makesJustTheFindingsItNeeds() throws SelectionException {
        HeapDsl before = HeapDsl.heap().klass("Store").root("vm", "Store");
        HeapDsl after = before.then().object("session").ofClass("Store").heldBy("Store");
        Heap heap = Loading.load(after);
        Optional<Heap> old = Optional.of(Loading.load(before));
        for (Need need : Need.values()) {
            Map<Need, String> texts = new HashMap<>(Map.of(Need.DIFF, "new", Need.BORDER, "border = new",
                Need.DISTANCES, "root_distance = 3", Need.RETAINED, "retained_count = 1 and class = Store",
                Need.KEEPALIVE, "keepalive_count = 1", Need.KEEPALIVE_NEW, "keepalive_new_count = 1"));
            Selection selection = parse(texts.get(need));
            Findings findings = selection.findings(old, heap, Task.UNWATCHED);
            assertTrue(need.isMetBy(findings));
            assertEquals(need == Need.DISTANCES, findings.fromRoots().isPresent());
            assertEquals(need == Need.RETAINED, findings.retained().isPresent());
            assertEquals(need == Need.KEEPALIVE, findings.keepAlive().isPresent());
            assertEquals(NodeSet.of(heap.objectCount(), heap.at(Long.decode(after.address("session")))),
                selection.in(findings, Task.UNWATCHED), need.toString());
        }
    }

    @Test
    void saysWhatIsMissingAndWhereItWasAskedFor() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm"));
        SyntaxError error = failure("type = STRING and new", heap);
        assertEquals(19, error.column());
        assertEquals("This needs an earlier dump to compare with, and there is none here.", error.message());
        assertEquals(5, failure("not retained_size > 1 or new", heap).column());
    }

    @Test
    void comparesEachClassOnce() throws SelectionException {
        HeapDsl dsl = HeapDsl.heap().klass("A").klass("B").root("vm", "A", "B");
        for (int i = 0; i < 100; i++) {
            dsl.object("o" + i).ofClass(i % 2 == 0 ? "A" : "B").allocatedAt("f" + i % 3, i, "m").heldBy("A");
        }
        Findings findings = Findings.of(Loading.load(dsl)).build();
        Map<String, Integer> asked = new HashMap<>();
        TextMatch counting = evaluation -> text -> {
            asked.merge(text, 1, Integer::sum);
            return true;
        };
        NodeSet all = NodeSet.all(findings.heap().objectCount());
        Evaluation evaluation = new Evaluation(findings, all, findings.heap().references(),
            findings.heap()::referrers, "", Task.UNWATCHED);
        new NumberedTextCondition(Numbering.CLASS, counting).among(all, evaluation);
        assertEquals(Map.of("A", 1, "B", 1, "CLASS", 1, "ROOT", 1), asked);
        asked.clear();
        new NumberedTextCondition(Numbering.FILE, counting).among(all, evaluation);
        assertEquals(Map.of("f0", 1, "f1", 1, "f2", 1, "", 1), asked, "a hundred sites in three files");
    }

    @Test
    void givesUpAPatternThatTriesTooManyWays() {
        Heap heap = Loading.load(HeapDsl.heap().klass("a".repeat(60) + "!").root("vm", "a".repeat(60) + "!"));
        SyntaxError error = failure("root or name =~ /^(a+)+\\1b/", heap);
        assertEquals(17, error.column());
        assertTrue(error.message().startsWith("This pattern was given up on a text of 61 characters"), error.message());
    }

    @Test
    void givesUpAPatternThatGoesTooDeep() {
        String name = "ab".repeat(2_000);
        Heap heap = Loading.load(HeapDsl.heap().klass(name).root("vm", name));
        try {
            parse("name =~ /^(?:a|b)*c$/").in(Findings.of(heap).build(), Task.UNWATCHED);
        } catch (SelectionException wrong) {
            assertEquals(9, wrong.error().column());
        }
    }

    @Test
    void stopsWhenItsTaskIsCancelled() {
        Findings findings = Findings.of(Loading.load(HeapDsl.heap().root("vm"))).build();
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
                throw new CancelledException();
            }

            @Override
            public void done(long steps) {
                throw new CancelledException();
            }
        };
        for (String text : new String[] {"memsize > 1", "reachable", "type = ROOT", "referred-by(object = vm)"}) {
            assertThrows(CancelledException.class, () -> parse(text).in(findings, cancelled), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "10, 10", "10_000, 10000", "-7, -7", "1k, 1024", "1K, 1024", "1kb, 1024", "2m, 2097152",
        "1.5k, 1536", "0.1k, 102", "1g, 1073741824", "3.0, 3", "8000000000g, 8589934592000000000",
    })
    void readsNumbersAndSizes(String text, long number) {
        assertEquals(OptionalLong.of(number), NumberLiteral.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"k", "1t", "1.", ".5", "1.5", "0x10", "1e3", "--1", "_1", "9223372036854775808", "9000000000g", "1b"})
    void refusesOtherNumbers(String text) {
        assertEquals(OptionalLong.empty(), NumberLiteral.parse(text));
    }
}
