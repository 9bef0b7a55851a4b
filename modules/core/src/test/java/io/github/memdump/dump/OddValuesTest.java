package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.heap.Heap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values no Ruby should write: they cost themselves, never the line behind them. */
class OddValuesTest {
    private static final String ROOT = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n";
    private static final String B = "{\"address\":\"0x20\", \"type\":\"STRING\", \"memsize\":60}\n";

    @Test
    void nestingBeyondTheLimitIsSkippedAndTheRecordSalvaged() {
        String bomb = "[".repeat(100_000) + "]".repeat(100_000);
        Heap heap = Loading.load(ROOT + record("\"flags\":" + bomb) + B);
        assertEquals(Map.of(IssueKind.NESTED_TOO_DEEPLY, 1L), heap.facts().issues().counts());
        assertKept(heap);
        heap = Loading.load(ROOT + record("\"references\":" + "{\"a\":".repeat(100_000)) + B);
        assertEquals(Map.of(IssueKind.NESTED_TOO_DEEPLY, 1L), heap.facts().issues().counts());
        assertTrue(heap.at(0x20) >= 0 && heap.at(0x10) >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "-99999999999999999999", "1e400", "0.5", "true"})
    void aNumberThatIsNoneOfRubysIsIgnored(String number) {
        Heap heap = Loading.load(ROOT + record("\"memsize\":" + number + ", \"generation\":" + number) + B);
        assertEquals(0, heap.memsize(heap.at(0x10)));
        assertEquals(Heap.NO_GENERATION, heap.generation(heap.at(0x10)));
        assertKept(heap);
    }

    @Test
    void aNumberOfThousandsOfDigitsCostsOnlyItself() {
        Heap heap = Loading.load(ROOT + record("\"memsize\":" + "9".repeat(5000)) + B);
        assertEquals(Map.of(IssueKind.SALVAGED_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(0, heap.memsize(heap.at(0x10)));
        assertKept(heap);
    }

    @Test
    void aGenerationBelowZeroIsNone() {
        Heap heap = Loading.load(ROOT + record("\"generation\":-7, \"memsize\":-40") + B);
        assertEquals(Heap.NO_GENERATION, heap.generation(heap.at(0x10)));
        assertEquals(0, heap.memsize(heap.at(0x10)));
    }

    @Test
    void ofAKeyThatComesTwiceTheFirstCounts() {
        Heap heap = Loading.load(ROOT + record("\"memsize\":1, \"memsize\":2, \"references\":[\"0x66\"]") + B);
        assertEquals(Map.of(IssueKind.REPEATED_KEY, 2L), heap.facts().issues().counts());
        assertEquals(1, heap.memsize(heap.at(0x10)));
        assertEquals(0, heap.facts().danglingReferences());
        assertKept(heap);
    }

    @Test
    void loneSurrogatesAreKept() {
        Heap heap = Loading.load(ROOT + record("\"file\":\"\\ud800.rb\", \"value\":\"\\udfff\"") + B);
        assertEquals("\ud800.rb", heap.sites().file(heap.site(heap.at(0x10))));
        assertKept(heap);
    }

    @Test
    void bytesThatAreNoUtf8CostNothingWhereverTheyAre() {
        List<String> keys = List.of("file", "method", "name", "struct", "value", "encoding", "real_class_name", "odd");
        for (String key : keys) {
            for (String bytes : List.of("\u00FF", "\u00C3", "\u00E2\u0082", "\u00F0\u009F", "\u0080", "\u00ED\u00A0")) {
                String text = ROOT + record("\"" + key + "\":\"" + bytes + "\", \"memsize\":77") + B;
                Heap heap = Loading.load(text.getBytes(StandardCharsets.ISO_8859_1));
                assertEquals(77, heap.memsize(heap.at(0x10)), key);
                assertEquals(0, heap.facts().issues().lost(), key);
                assertKept(heap);
            }
        }
    }

    @Test
    void invalidBytesInPlaceOfMarksCostOneLine() {
        String line = record("\"memsize\":1").trim();
        for (int i = 0; i < line.length(); i++) {
            byte[] dump = (ROOT + line + "\n" + B).getBytes(StandardCharsets.ISO_8859_1);
            dump[ROOT.length() + i] = (byte) 0xC3;
            Heap heap = Loading.load(dump);
            assertEquals(1, heap.facts().issues().total(), "byte " + i);
            assertEquals(2, heap.facts().issues().first().get(0).line(), "byte " + i);
            assertTrue(heap.at(0x20) >= 0 && heap.rootNamed("vm") >= 0, "byte " + i);
        }
    }

    @Test
    void manyDifferentKeysAreIgnored() {
        StringBuilder keys = new StringBuilder("\"memsize\":5");
        for (int i = 0; i < 200_000; i++) {
            keys.append(", \"k").append(i).append("\":0");
        }
        Heap heap = Loading.load(ROOT + record(keys.toString()) + B);
        assertEquals(0, heap.facts().issues().total());
        assertKept(heap);
    }

    @Test
    void aKeyOfThousandsOfCharactersCostsOnlyItself() {
        Heap heap = Loading.load(ROOT + record("\"" + "k".repeat(100_000) + "\":1, \"memsize\":9") + B);
        assertEquals(9, heap.memsize(heap.at(0x10)));
        assertEquals(0, heap.facts().issues().lost());
        assertKept(heap);
    }

    private static String record(String fields) {
        return "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"references\":[\"0x20\"], " + fields + "}\n";
    }

    private static void assertKept(Heap heap) {
        assertEquals(1, heap.references().outDegree(heap.at(0x10)));
        assertTrue(heap.references().hasEdge(heap.at(0x10), heap.at(0x20)));
        assertEquals(3, heap.objectCount());
        assertEquals(3, heap.facts().lines());
    }
}
