package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.dump.issue.Limit;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What damage costs: its own line, counted where it is, and nothing else. */
class DamagedDumpTest {
    private static final String ROOT = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n";
    private static final String A =
        "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"references\":[\"0x20\"], \"memsize\":40}\n";
    private static final String B = "{\"address\":\"0x20\", \"type\":\"STRING\", \"memsize\":60}\n";

    @ParameterizedTest
    @ValueSource(strings = {
        "garbage", "\"", "\\", "}", "{", "[", "]", "{\"address\":", "{\"address\":\"0x", "{\"address\":\"0x99\"",
        "{\"address\":\"0x99\", \"references\":[", "{\"address\":\"0x99\", \"references\":[\"0x1\"", "nul", "12",
        "\"text\"", "{\"address\":\"0x99\", \"file\":\"a \"quoted\" path\"}", "{\"address\":\"0x99\", \"flags\":",
        "\u0000\u0000\u0000",
        "{\"address\":\"0x99\", \"type\":\"STR", "{\"a\":{\"b\":", "{\"address\":\"0x99\"}}", "é", "\u0001{}",
        "{\"address\":\"0x99\", \"value\":\"cut in \\", "{\"address\":\"0x99\", \"memsize\":1.2.3}"})
    void aDamagedLineCostsOneLine(String damage) {
        Heap heap = Loading.load(ROOT + A + damage + "\n" + B);
        assertTrue(heap.at(0x10) >= 0 && heap.at(0x20) >= 0 && heap.rootNamed("vm") >= 0);
        assertEquals(1, heap.facts().issues().total(), damage);
        Issue issue = heap.facts().issues().first().get(0);
        assertEquals(3, issue.line());
        assertEquals((ROOT + A).getBytes(StandardCharsets.UTF_8).length, issue.offset());
        assertEquals(IssueKind.MALFORMED_LINE, issue.kind());
        assertEquals(4, heap.facts().lines());
    }

    @Test
    void aRecordCutByTheEndOfTheFileIsTruncatedNotMalformed() {
        Heap heap = Loading.load(ROOT + A + B + "{\"address\":\"0x30\", \"type\":\"STR");
        assertEquals(Map.of(IssueKind.TRUNCATED_LINE, 1L), heap.facts().issues().counts());
        assertEquals(4, heap.facts().issues().first().get(0).line());
        assertEquals(3, heap.objectCount());
    }

    @Test
    void aLastRecordWithoutNewlineIsWhole() {
        Heap heap = Loading.load(ROOT + A + B.trim());
        assertEquals(0, heap.facts().issues().total());
        assertEquals(3, heap.objectCount());
        assertEquals(3, heap.facts().lines());
    }

    @Test
    void aNewlineInsideAnAddressIsTwoDamagedLines() {
        Heap heap = Loading.load(ROOT + "{\"address\":\"0x30\n\", \"type\":\"STRING\"}\n" + A + B);
        assertEquals(Map.of(IssueKind.MALFORMED_LINE, 2L), heap.facts().issues().counts());
        assertEquals(3, heap.objectCount());
        assertEquals(5, heap.facts().lines());
    }

    @Test
    void blankLinesAndCarriageReturnsAreNoDamage() {
        Heap heap = Loading.load(ROOT + "\n" + A.replace("\n", "\r\n") + "   \n" + B);
        assertEquals(0, heap.facts().issues().total());
        assertEquals(3, heap.objectCount());
    }

    @Test
    void anObjectWithoutAddressIsNoRecord() {
        Heap heap = Loading.load(ROOT + A + "{\"type\":\"STRING\", \"references\":[\"0x10\"]}\n" + B);
        assertEquals(Map.of(IssueKind.NOT_A_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(3, heap.facts().issues().first().get(0).line());
        assertEquals(2, heap.facts().references());
    }

    @Test
    void aSecondRecordOfOneAddressIsCountedAndLeftOut() {
        Heap heap = Loading.load(ROOT + A
            + "{\"address\":\"0x10\", \"type\":\"HASH\", \"references\":[\"0x10\"]}\n" + B);
        assertEquals(Map.of(IssueKind.DUPLICATE_ADDRESS, 1L), heap.facts().issues().counts());
        assertEquals(3, heap.facts().issues().first().get(0).line());
        assertEquals("OBJECT", heap.typeName(heap.at(0x10)));
        assertEquals(2, heap.facts().references());
    }

    @Test
    void aFieldOfAnotherTypeIsIgnoredAndTheRecordKept() {
        Heap heap = Loading.load(ROOT + A + "{\"address\":\"0x30\", \"type\":\"STRING\", \"memsize\":\"40\", "
            + "\"references\":{\"0x10\":[1]}, \"line\":[[2]], \"generation\":null}\n" + B);
        assertEquals(Map.of(IssueKind.WRONG_FIELD_TYPE, 4L), heap.facts().issues().counts());
        assertEquals(0, heap.memsize(heap.at(0x30)));
        assertEquals(Heap.NO_GENERATION, heap.generation(heap.at(0x30)));
    }

    @Test
    void aNegativeLinePrintedUnsignedReadsAsNegative() {
        Heap heap = Loading.load(ROOT + "{\"address\":\"0x30\", \"type\":\"STRING\", \"file\":\"a.rb\", "
            + "\"line\":18446744073709551609}\n");
        assertEquals(-7, heap.sites().line(heap.site(heap.at(0x30))));
        assertEquals(0, heap.facts().issues().total());
    }

    @Test
    void strictReadersStopAtTheFirstDamagedLineAndSayWhere() {
        DamagedDumpException stop = assertThrows(DamagedDumpException.class, () -> HeapLoader.strict()
            .load(Loading.input(ROOT + A + "garbage\nmore\n" + B), Task.UNWATCHED));
        assertEquals(3, stop.issue().line());
        assertTrue(stop.getMessage().contains("test.json") && stop.getMessage().contains("line 3"), stop.getMessage());
    }

    @Test
    void aLineOverTheLimitCostsOnlyItself() throws DumpException {
        String longLine = "{\"address\":\"0x30\", \"type\":\"STRING\", \"value\":\"" + "x".repeat(5000) + "\"}\n";
        DumpLimits limits = DumpLimits.DEFAULT.with(Limit.LINE_BYTES, 1000);
        DumpReader reader = new DumpReader(limits, false, 1, 64);
        StringBuilder addresses = new StringBuilder();
        DumpReader.Summary summary = reader.read(Loading.input(ROOT + A + longLine + B), (block, rejections) -> {
            for (int i = 0; i < block.size(); i++) {
                addresses.append(block.address(i)).append(' ');
            }
        }, Task.UNWATCHED);
        assertEquals("-1 16 32 ", addresses.toString());
        assertEquals(Map.of(IssueKind.LINE_TOO_LONG, 1L), summary.issues().counts());
        assertEquals(3, summary.issues().first().get(0).line());
        assertEquals((ROOT + A).length(), summary.issues().first().get(0).offset());
        assertEquals(4, summary.lines());
    }

    @Test
    void moreObjectsThanTheLimitFailInWords() {
        DumpException failure = assertThrows(LimitExceededException.class, () -> HeapLoader.lenient()
            .within(DumpLimits.DEFAULT.with(Limit.OBJECTS, 1)).load(Loading.input(ROOT + A + B), Task.UNWATCHED));
        assertTrue(failure.getMessage().contains("more than 1 objects"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<gexf version=\"1.3\"/>\n", "{\"nodes\":[], \"edges\":[]}\n", "{\n  \"nodes\": []\n}\n",
        "graph [\n node [ id 1 ] ]\n", "just text\n", "\n\n\n", "[1,2,3]\n"})
    void anotherKindOfFileIsNamedForWhatItLooksLike(String text) {
        DumpException failure = assertThrows(NotADumpException.class,
            () -> HeapLoader.lenient().load(Loading.input(text), Task.UNWATCHED));
        assertTrue(failure.getMessage().startsWith("test.json is not a Ruby heap dump: "), failure.getMessage());
        assertFalse(failure.getMessage().contains("Exception"));
    }

    @Test
    void anEmptyFileIsCalledEmpty() {
        DumpException failure = assertThrows(DumpException.class,
            () -> HeapLoader.lenient().load(Loading.input(""), Task.UNWATCHED));
        assertTrue(failure.getMessage().contains("is empty"), failure.getMessage());
    }

    @Test
    void onlyTheFirstPlacesOfDamageAreRemembered() {
        Heap heap = Loading.load(ROOT + A + "garbage\n".repeat(1000) + B);
        assertEquals(1000, heap.facts().issues().total());
        assertEquals(Issues.KEPT, heap.facts().issues().first().size());
        assertEquals(List.of(3L, 4L), List.of(heap.facts().issues().first().get(0).line(),
            heap.facts().issues().first().get(1).line()));
    }
}
