package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ruby fails to escape, and what is cut: the record is kept as far as it can be read. */
class SalvageTest {
    private static final String ROOT = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n";
    private static final String A =
        "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"references\":[\"0x20\"], \"memsize\":40}\n";
    private static final String B = "{\"address\":\"0x20\", \"type\":\"STRING\", \"memsize\":60}\n";
    private static final String HEAD = "{\"address\":\"0x30\", \"type\":\"DATA\", \"class\":\"0x40\"";
    private static final String REFERENCES = ", \"references\":[\"0x10\", \"0x20\"]";
    private static final String TAIL =
        ", \"line\":7, \"method\":\"new\", \"generation\":3, \"memsize\":48, \"flags\":{\"old\":true}}\n";

    /** Columns: the path as Ruby writes it, line ends as ¶; the path that is kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u00A4', value = {
        "a \"quoted\" path.rb|a \"quoted\" path.rb",
        "\"|\"",
        "C:\\windows\\x.rb|C:\\windows\\x.rb",
        "C:\\dir\\|C:\\dir\\",
        "caf\u00E9.rb|caf\u00E9.rb",
        "\u00FF\u00FE\u0080|\u00FF\u00FE\u0080",
        "{\"a\":[1}, {\"|{\"a\":[1}, {\"",
        "a, \"b\": c.rb|a, \"b\": c.rb",
        "tab\t.rb|tab\t.rb"})
    void aFileThatIsNotEscapedCostsNothing(String written, String kept) {
        Heap heap = salvaged(HEAD + REFERENCES + ", \"file\":\"" + written + "\"" + TAIL, IssueKind.SALVAGED_RECORD);
        assertEquals(kept, heap.sites().file(heap.site(heap.at(0x30))));
        assertTailIsRead(heap);
        assertEquals(5, heap.facts().lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.rb", "\n", "a\n\nb.rb", "a\n \"b\"\nc\nd.rb", "a\r\nb.rb", "a\n}"})
    void aRecordSplitByNewlinesInItsFileIsRejoined(String path) {
        Heap heap = salvaged(HEAD + REFERENCES + ", \"file\":\"" + path + "\"" + TAIL, IssueKind.REJOINED_RECORD);
        assertEquals(path, heap.sites().file(heap.site(heap.at(0x30))));
        assertTailIsRead(heap);
        assertEquals(5 + path.chars().filter(c -> c == '\n').count(), heap.facts().lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"struct", "name", "real_class_name"})
    void aNameThatIsNotEscapedCostsNoneOfTheReferencesBehindIt(String key) {
        String line = HEAD + ", \"" + key + "\":\"a \"b\\ c\"" + REFERENCES + ", \"file\":\"x.rb\"" + TAIL;
        Heap heap = salvaged(line, IssueKind.SALVAGED_RECORD);
        assertTailIsRead(heap);
        assertEquals("x.rb", heap.sites().file(heap.site(heap.at(0x30))));
    }

    @Test
    void zeroBytesInAMethodAreLeftOut() {
        Heap heap = salvaged(HEAD + REFERENCES + ", \"file\":\"x.rb\"" + TAIL.replace("new", "caf\0\0\u00E9"),
            IssueKind.SALVAGED_RECORD);
        assertTailIsRead(heap);
        assertEquals("caf\u00E9", heap.sites().method(heap.site(heap.at(0x30))));
    }

    @Test
    void aRecordIsNotRejoinedWithTheNextRecord() {
        Heap heap = Loading.load(ROOT + HEAD + REFERENCES + ", \"file\":\"x\n" + A + B);
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(4, heap.objectCount());
        assertEquals(2, heap.overPlainReferences().references().outDegree(heap.at(0x30)));
    }

    @Test
    void aRecordIsNotRejoinedOverMoreThanAFewLines() {
        Heap heap = Loading.load(ROOT + A + HEAD + REFERENCES + ", \"file\":\"" + "x\n".repeat(6) + "\"" + TAIL + B);
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L, IssueKind.MALFORMED_LINE, 6L),
            heap.facts().issues().counts());
        assertEquals(2, heap.overPlainReferences().references().outDegree(heap.at(0x30)));
    }

    @Test
    void aLineCutAnywhereKeepsWhatWasWrittenWhole() {
        String line = (HEAD + REFERENCES + ", \"file\":\"x.rb\"" + TAIL).trim();
        int type = line.indexOf("\"DATA\"") + 6;
        for (int cut = 1; cut < line.length(); cut++) {
            String what = "cut at " + cut;
            Heap heap = Loading.load(ROOT + A + B + line.substring(0, cut));
            IssueKind expected = cut < type ? IssueKind.TRUNCATED_LINE : IssueKind.TRUNCATED_RECORD;
            assertEquals(Map.of(expected, 1L), heap.facts().issues().counts(), what);
            assertEquals(cut < type ? 3 : 4, heap.objectCount(), what);
            if (cut >= type) {
                int references = (cut >= line.indexOf("0x10\"") + 5 ? 1 : 0)
                    + (cut >= line.indexOf("0x20\"") + 5 ? 1 : 0);
                assertEquals(references, heap.overPlainReferences().references().outDegree(heap.at(0x30)), what);
            }
        }
    }

    @Test
    void aLineCutInTheMiddleOfTheDumpIsMalformedNotTruncated() {
        Heap heap = Loading.load(ROOT + HEAD + ", \"refe\n" + "{\"address\":\"0x3\n" + A + B);
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L, IssueKind.MALFORMED_LINE, 1L),
            heap.facts().issues().counts());
    }

    @Test
    void recordsWhoseNewlineIsLostAreBothKept() {
        Heap heap = Loading.load(ROOT + HEAD + ", \"refere" + A + B.trim() + HEAD.replace("0x30", "0x50") + "}\n");
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(5, heap.objectCount());
        assertEquals(1, heap.overPlainReferences().references().outDegree(heap.at(0x10)));
    }

    /** Pieces of damaged records, each of which begins where the last one ends. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"address\":\"0x1\"z", "{\"address\":\"0x1\", \"x\":[", "{\"root\":\"a\", \"x\":{\"b",
        "{\"address\":\"0x1\", \"type\":\"A\", \"value\":\"z", "{\"address\":\"0x1\", \"type\":\"A\", \"file\":\"z",
        "{\"address\":\"0x1\", \"type\":\"A\", \"references\":[\"0x", "{\"address\":\"0x1\", \"x\":[\"a",
        "\"}, ", "[{\""})
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongLineOfDamagedRecordsTakesLinearTime(String piece) {
        Heap heap = Loading.load(ROOT + piece.repeat(2_000_000 / piece.length()) + "\n" + A + B);
        assertTrue(heap.at(0x10) >= 0 && heap.at(0x20) >= 0);
        assertEquals(4, heap.facts().lines());
    }

    @Test
    void damagedEntriesOfReferencesCostOnlyThemselves() {
        String references = ", \"references\":[\"0x10\", #0x20\", \"0x20, \"0xzz\", 0x10, \"0x\", \"0x20\" \"0x10\"]";
        Heap heap = Loading.load(ROOT + A + HEAD + references + ", \"file\":\"x.rb\"" + TAIL + B);
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(2, heap.overPlainReferences().references().outDegree(heap.at(0x30)));
        assertEquals(1, heap.facts().duplicateReferences());
        assertTailIsRead(heap);
    }

    @Test
    void referencesWithoutClosingBracketEndAtTheNextKey() {
        Heap heap = salvaged(HEAD + REFERENCES.replace("]", "") + ", \"file\":\"[a]\"" + TAIL,
            IssueKind.SALVAGED_RECORD);
        assertTailIsRead(heap);
        assertEquals("[a]", heap.sites().file(heap.site(heap.at(0x30))));
    }

    @Test
    void aDamagedRootKeepsItsNameAndReferences() {
        Heap heap = Loading.load(ROOT.replace("]}", "], \"x\":\"\\y\"}") + A + B);
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(1, heap.overPlainReferences().references().outDegree(heap.rootNamed("vm")));
    }

    /** Text in a file name must not become an object, nor may it give its record other references. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{\"address\":\"0x66\", \"type\":\"STRING\"}", "{\"address\":\"0x66\", \"type\":\"STRING",
        "x\", \"references\":[\"0x66\"], \"y\":\"", "\n\"{\"address\":\"0x66\", \"type\":\"STRING\"}"})
    void whatAFileNameSaysIsNotBelieved(String path) {
        Heap heap = Loading.load(ROOT + A + HEAD + REFERENCES + ", \"file\":\"" + path + "\"" + TAIL + B);
        assertEquals(4, heap.objectCount());
        assertEquals(2, heap.overPlainReferences().references().outDegree(heap.at(0x30)));
        assertEquals(0, heap.facts().danglingReferences());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"address\":\"0x66\", \"type\":STRING, \"memsize\":40}", "{\"address\":\"0x66\", \"type\":\"no type\", x}",
        "{\"address\":\"0x66, \"type\":\"STRING\", \"memsize\":40}",
        "{\"address\":\"0xg6\", \"type\":\"STRING\", x}",
        "{\"address\":\"0x12345678901234567\", \"type\":\"STRING\", x",
        "\"address\":\"0x66\", \"type\":\"STRING\"}"})
    void aLineThatDoesNotTellAddressAndTypeIsNoRecord(String line) {
        Heap heap = Loading.load(ROOT + A + line + "\n" + B);
        assertEquals(Map.of(IssueKind.MALFORMED_LINE, 1L), heap.facts().issues().counts());
        assertEquals(3, heap.objectCount());
    }

    /** What a prompt or another thread prints goes before a record; the record behind it is whole. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "{", "=> ", "irb(main):001> ", "I, [2026-01-01T00:00:00 #1]  INFO -- : GET /{id} ",
        "{\"level\":\"info\"} ", "\"", "[1, {\"a\": "})
    void textBeforeARecordCostsNothing(String text) {
        for (String record : new String[] {"{\"type\":\"ROOT\", \"root\":\"x\"}", "{\"root\":\"x\", \"type\":\"ROOT\"}",
            "{\"address\":\"0x66\", \"type\":\"STRING\"}"}) {
            for (String dump : new String[] {text + record + "\n" + ROOT + A + B, ROOT + A + text + record + "\n" + B,
                ROOT + A + B + text + record}) {
                Heap heap = Loading.load(dump);
                assertEquals(4, heap.objectCount(), dump);
                assertEquals(1, heap.facts().issues().total(), dump);
                assertEquals(text.startsWith("{\"") ? 1 : 0, heap.facts().issues().lost(), dump);
            }
        }
    }

    @Test
    void strictReadersFailAtASalvagedRecordToo() {
        for (String path : List.of("a \"b\"", "a\nb")) {
            DamagedDumpException stop = assertThrows(DamagedDumpException.class, () -> HeapLoader.strict()
                .load(Loading.input(ROOT + HEAD + ", \"file\":\"" + path + "\"" + TAIL), Task.UNWATCHED));
            assertEquals(2, stop.issue().line());
        }
    }

    @Test
    void whatIsLostIsCountedApartFromWhatIsKept() {
        Heap heap = Loading.load(ROOT + A + "garbage\n" + HEAD + ", \"file\":\"a \"b\"\"" + TAIL + B);
        assertEquals(2, heap.facts().issues().total());
        assertEquals(1, heap.facts().issues().lost());
    }

    /** Loads a line between others and asserts that it is kept, and its one issue counted where it is. */
    private static Heap salvaged(String line, IssueKind kind) {
        byte[] dump = (ROOT + A + line + B.replace("0x20", "0x40") + B).getBytes(StandardCharsets.ISO_8859_1);
        Heap heap = Loading.load(dump);
        assertEquals(Map.of(kind, 1L), heap.facts().issues().counts());
        assertEquals(3, heap.facts().issues().first().get(0).line());
        assertEquals((ROOT + A).length(), heap.facts().issues().first().get(0).offset());
        assertEquals(5, heap.objectCount());
        assertEquals((ROOT + A).length(), heap.recordOffset(heap.at(0x30)));
        return heap;
    }

    private static void assertTailIsRead(Heap heap) {
        int id = heap.at(0x30);
        assertEquals("DATA", heap.typeName(id));
        assertEquals(2, heap.overPlainReferences().references().outDegree(id));
        assertEquals(48, heap.memsize(id));
        assertEquals(3, heap.generation(id));
        assertEquals(7, heap.sites().line(heap.site(id)));
        assertTrue(heap.at(0x10) >= 0 && heap.at(0x20) >= 0);
    }
}
