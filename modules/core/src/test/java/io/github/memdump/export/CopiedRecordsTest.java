package io.github.memdump.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import io.github.memdump.subset.ReplaceClass;
import io.github.memdump.subset.SubsetTrial;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedRecordsTest {
    private static String written(HeapSubset subset, DumpInput source, UnaryOperator<DumpWriter> asked) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            asked.apply(DumpWriter.of(subset).copying(source, DumpLimits.DEFAULT)).write(bytes, Task.UNWATCHED);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String written(HeapSubset subset, DumpInput source) {
        return written(subset, source, UnaryOperator.identity());
    }

    private static String written(String dump, UnaryOperator<DumpWriter> asked) {
        return written(HeapSubset.of(Loading.load(dump)), Loading.input(dump), asked);
    }

    private static String written(String dump) {
        return written(dump, UnaryOperator.identity());
    }

    private static Map<String, String> columns(HeapSubset subset) {
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

    private static void checkSameAgain(HeapSubset subset, String again, String name) {
        HeapSubset read = HeapSubset.of(Loading.load(again));
        assertEquals(0, read.heap().facts().danglingReferences(), name);
        assertEquals(0, read.heap().facts().issues().total(), name);
        assertEquals(columns(subset), columns(read), name);
        assertEquals(SubsetTrial.graphOf(subset), SubsetTrial.graphOf(read), name);
        assertEquals(again, written(read, Loading.input(again)), name);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aViewThatIsReadAgainIsTheSameView(long seed) {
        String dump = RandomHeap.ofSeed(seed).objects(120).newObjects(50).after().text();
        SubsetTrial trial = new SubsetTrial(seed);
        HeapSubset whole = HeapSubset.of(Loading.load(dump));
        for (HeapSubset subset : List.of(whole, whole.keep(trial.some(5)), whole.collapse(trial.few(2),
            Task.UNWATCHED), ReplaceClass.withReferences(whole, Task.UNWATCHED), whole.objectsOfType("STRING"))) {
            if (subset.size() > 0) {
                checkSameAgain(subset, written(subset, Loading.input(dump)), trial.toString());
                String named = written(subset, Loading.input(dump), DumpWriter::replacingClasses);
                HeapSubset read = HeapSubset.of(Loading.load(named));
                assertEquals(0, read.heap().facts().issues().total(), trial.toString());
                assertEquals(columns(subset), columns(read), trial.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void realDumpsReadAgainAreTheSame(GoldenDumps golden) {
        Heap heap = Loading.load(golden.after());
        HeapSubset whole = HeapSubset.of(heap);
        DumpInput source = DumpInput.of(golden.after());
        for (HeapSubset subset : List.of(whole, CommonCleanup.of(whole, Task.UNWATCHED),
            ReplaceClass.withReferences(whole.objectsOfClass(name -> !name.startsWith("S")), Task.UNWATCHED))) {
            checkSameAgain(subset, written(subset, source), golden.toString());
        }
    }

    @Test
    void everyFieldIsCopiedAsItStandsAndOnlyReferencesAreWrittenAnew() {
        String dump = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x38\", \"0x10\", \"0x38\"]}\n"
            + "{ \"address\" : \"0x10\",\"type\":\"OBJECT\", \"ivars\":3, \"shape_id\":1.50, \"flags\":{\"age\":3},"
            + " \"references\":[\"0x60\", \"0x38\", \"0x99\"], \"line\":18446744073709551609,"
            + " \"later\":[{\"a\":[1]}]}\n"
            + "{\"address\":\"0x38\", \"type\":\"ARRAY\", \"length\":7, \"odd\":\"\\u00e9 \u00e9\" }\n"
            + "{\"address\":\"0x60\", \"type\":\"HASH\"}\n";
        HeapSubset all = HeapSubset.of(Loading.load(dump));
        String expected = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x38\", \"0x10\"]}\n"
            + "{\"address\" : \"0x10\", \"type\":\"OBJECT\", \"ivars\":3, \"shape_id\":1.50, \"flags\":{\"age\":3},"
            + " \"references\":[\"0x38\"], \"line\":18446744073709551609, \"later\":[{\"a\":[1]}]}\n"
            + "{\"address\":\"0x38\", \"type\":\"ARRAY\", \"length\":7, \"odd\":\"\\u00e9 \u00e9\"}\n";
        assertEquals(expected, written(all.without(all.objectsOfType("HASH").objects()), Loading.input(dump)));
    }

    @Test
    void stringsAreCopiedOnRequestOnly() {
        HeapDsl heap = HeapDsl.heap().root("vm", "s", "f").string("s", "secret").record("y", "SYMBOL")
            .with("value", "secret").heldBy("s").record("f", "FLOAT").with("value", "1.25").record("t", "TOMORROW")
            .with("value", "secret").heldBy("s");
        String text = written(heap.text());
        assertFalse(text.contains("secret"), text);
        assertTrue(text.contains("\"value\":\"1.25\"") && text.contains("\"bytesize\":6"), text);
        assertEquals(3, written(heap.text(), DumpWriter::withValues).split("secret", -1).length - 1);
    }

    @Test
    void aKeyWithEscapesHidesNoValue() {
        String text = written("{\"address\":\"0x10\", \"type\":\"STRING\", \"\\u0076alue\":\"secret\"}\n");
        assertEquals("{\"address\":\"0x10\",\"type\":\"STRING\"}", text.strip().replace(", ", ","));
    }

    @Test
    void aRecordWhoseBytesAreNoTextIsWrittenOfWhatWasRead() {
        byte[] dump = "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"odd\":\"\u00e9\", \"line\":4}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
        Heap heap = Loading.load(dump);
        String text = written(HeapSubset.of(heap), DumpInput.of("dump", new ByteArrayInputStream(dump)));
        assertFalse(text.contains("odd"), text);
        assertEquals(0, Loading.load(text).facts().issues().total());
    }

    @Test
    void theNameOfAClassIsSaidWhereItsRecordIsNotThereToSayIt() {
        HeapDsl dsl = HeapDsl.heap().klass("Class").klass("Plan").ofClass("Class").root("vm", "Plan").object("a")
            .ofClass("Plan").heldBy("Plan");
        HeapSubset whole = HeapSubset.of(Loading.load(dsl));
        String name = "\"class_name\":\"Plan\"";
        assertFalse(written(whole, Loading.input(dsl.text())).contains(name));
        assertTrue(written(whole.objectsOfType("OBJECT"), Loading.input(dsl.text())).contains(name));
        assertTrue(written(dsl.text(), DumpWriter::replacingClasses)
            .contains("\"class\":\"Plan\", \"class_address\":\"" + dsl.address("Plan") + "\""));
    }

    @Test
    void linesOfOneRootBecomeOne() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a").root("other", "a").root("vm", "b").object("a").object("b");
        String text = written(dsl.text());
        assertEquals(4, text.lines().count());
        assertTrue(text.startsWith("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"" + dsl.address("a")
            + "\", \"" + dsl.address("b") + "\"]}\n"), text);
    }

    @Test
    void whatIsDamagedIsWrittenAsItWasRead() {
        String dump = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n"
            + "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"references\":[\"0x38\"],"
            + " \"file\":\"a\"b.rb\", \"line\":4}\n"
            + "{\"address\":\"0x38\", \"type\":\"OBJECT\", \"file\":\"c\nd.rb\", \"line\":5, \"memsize\":40}\n"
            + "{\"address\":\"0x60\", \"type\":\"OBJECT\"} {\"address\":\"0x88\", \"type\":\"OBJECT\", \"a\":1}\n";
        Heap heap = Loading.load(dump);
        assertEquals(5, heap.objectCount());
        String again = written(dump);
        assertEquals(columns(HeapSubset.of(heap)), columns(HeapSubset.of(Loading.load(again))));
        assertTrue(again.endsWith("{\"address\":\"0x60\", \"type\":\"OBJECT\"}\n"
            + "{\"address\":\"0x88\", \"type\":\"OBJECT\", \"a\":1}\n"), again);
        assertEquals(0, Loading.load(again).facts().issues().total());
    }

    @Test
    void ofARepeatedKeyTheFirstIsCopied() {
        String dump = "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"file\":\"a\", \"references\":[\"0x10\"],"
            + " \"file\":\"b\", \"references\":[], \"address\":\"0x38\"}\n";
        assertEquals("{\"address\":\"0x10\", \"type\":\"OBJECT\", \"file\":\"a\", \"references\":[\"0x10\"]}\n",
            written(dump));
    }

    @Test
    void aGroupIsARecordOfItsOwn() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a").object("a").object("b").heldBy("a").object("c").heldBy("b");
        HeapSubset whole = HeapSubset.of(Loading.load(dsl));
        int a = whole.heap().at(Long.decode(dsl.address("a")));
        int b = whole.heap().at(Long.decode(dsl.address("b")));
        HeapSubset both = whole.keep(object -> object == a || object == b);
        HeapSubset grouped = ObjectGroup.in(whole, "both", both.objects(), Task.UNWATCHED);
        String text = written(grouped, Loading.input(dsl.text()));
        assertTrue(text.contains("\"type\":\"GROUP\",\"name\":\"both\",\"members\":2"), text);
        assertEquals(3, Loading.load(text).objectCount());
    }

    @Test
    void aDumpThatIsAnotherByNowIsTold() {
        String dump = HeapDsl.heap().root("vm", "a").object("a").text();
        HeapSubset whole = HeapSubset.of(Loading.load(dump));
        DumpInput other = Loading.input(dump.replace("\"address\":\"0x", "\"address\":\"0x9"));
        IOException told = assertThrows(DumpException.class, () ->
            DumpWriter.of(whole).copying(other, DumpLimits.DEFAULT).write(new ByteArrayOutputStream(), Task.UNWATCHED));
        assertTrue(told.getMessage().contains("changed since it was read"), told.getMessage());
        IOException shorter = assertThrows(DumpException.class, () -> DumpWriter.of(whole)
            .copying(Loading.input(dump.substring(0, dump.indexOf('\n'))), DumpLimits.DEFAULT)
            .write(new ByteArrayOutputStream(), Task.UNWATCHED));
        assertTrue(shorter.getMessage().contains("shorter than when it was read first"), shorter.getMessage());
    }
}
