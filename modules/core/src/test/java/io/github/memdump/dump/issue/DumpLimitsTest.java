package io.github.memdump.dump.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.DamagedDumpException;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.LimitExceededException;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each limit holds whichever reader a record goes through, and is named where it is met. */
class DumpLimitsTest {
    private static final String ROOT = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n";
    private static final String B = "{\"address\":\"0x20\", \"type\":\"STRING\", \"memsize\":60}\n";

    /** What makes a record go through one of the three readers. */
    enum Way {
        PLAIN("\"x\":1", null),
        JACKSON("\"x\":1.5", null),
        SALVAGE("\"x\":nonsense", IssueKind.SALVAGED_RECORD);

        private final String field;
        private final IssueKind issue;

        Way(String field, IssueKind issue) {
            this.field = field;
            this.issue = issue;
        }

        private String record(String fields) {
            return "{\"address\":\"0x10\", \"type\":\"OBJECT\", " + fields + ", " + field + ", \"memsize\":7}\n";
        }

        private Heap load(Limit limit, long value, String fields, IssueKind expected) throws DumpException {
            DumpLimits limits = DumpLimits.DEFAULT.with(limit, value);
            String dump = ROOT + record(fields) + B;
            Heap heap = HeapLoader.lenient().within(limits).load(Loading.input(dump), Task.UNWATCHED);
            assertEquals(expected == null ? none() : some(expected), heap.facts().issues().counts());
            if (expected != null) {
                Issue told = heap.facts().issues().first().stream().filter(issue -> issue.kind() == expected)
                    .findFirst().orElseThrow();
                assertEquals(2, told.line());
                assertEquals(ROOT.length(), told.offset());
                assertTrue(told.describe().contains("--limit " + limit.key() + "="), told.describe());
                DamagedDumpException stop = assertThrows(DamagedDumpException.class,
                    () -> HeapLoader.strict().within(limits).load(Loading.input(dump), Task.UNWATCHED));
                assertTrue(stop.getMessage().startsWith("test.json: line 2 (byte "), stop.getMessage());
            }
            assertEquals(60, heap.memsize(heap.at(0x20)));
            return heap;
        }

        private Map<IssueKind, Long> none() {
            return issue == null ? Map.of() : Map.of(issue, 1L);
        }

        private Map<IssueKind, Long> some(IssueKind expected) {
            return issue == null || expected == IssueKind.NESTED_TOO_DEEPLY || expected == IssueKind.LINE_TOO_LONG
                ? Map.of(expected, 1L) : Map.of(issue, 1L, expected, 1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void referencesPerObject(Way way) throws DumpException {
        String three = "\"references\":[\"0x20\", \"0x10\", \"0x30\"]";
        Heap heap = way.load(Limit.REFERENCES_PER_OBJECT, 3, three, null);
        assertEquals(2, heap.references().outDegree(heap.at(0x10)));
        heap = way.load(Limit.REFERENCES_PER_OBJECT, 1, three, IssueKind.TOO_MANY_REFERENCES);
        assertEquals(1, heap.references().outDegree(heap.at(0x10)));
        assertTrue(heap.references().hasEdge(heap.at(0x10), heap.at(0x20)));
        assertEquals(0, heap.facts().danglingReferences());
        assertEquals(7, heap.memsize(heap.at(0x10)));
    }

    @ParameterizedTest
    @EnumSource
    void keptCharacters(Way way) throws DumpException {
        String name = "a".repeat(20);
        Heap heap = way.load(Limit.KEPT_CHARACTERS, 20, "\"name\":\"" + name + "\"", null);
        assertEquals(name, heap.name(heap.at(0x10)));
        heap = way.load(Limit.KEPT_CHARACTERS, 19, "\"name\":\"" + name + "\"", IssueKind.NAME_TOO_LONG);
        assertEquals(name.substring(1), heap.name(heap.at(0x10)));
        assertEquals(7, heap.memsize(heap.at(0x10)));
    }

    @ParameterizedTest
    @EnumSource
    void lineBytes(Way way) throws DumpException {
        int length = way.record("\"y\":3").length() - 1;
        Heap heap = way.load(Limit.LINE_BYTES, length, "\"y\":3", null);
        assertEquals(7, heap.memsize(heap.at(0x10)));
        heap = way.load(Limit.LINE_BYTES, length - 1, "\"y\":3", IssueKind.LINE_TOO_LONG);
        assertEquals(Heap.NO_OBJECT, heap.at(0x10));
    }

    @ParameterizedTest
    @EnumSource
    void nesting(Way way) throws DumpException {
        Heap heap = way.load(Limit.NESTING, 4, "\"y\":[[{}]]", null);
        assertEquals(7, heap.memsize(heap.at(0x10)));
        heap = way.load(Limit.NESTING, 3, "\"y\":[[{}]]", IssueKind.NESTED_TOO_DEEPLY);
        assertEquals(7, heap.memsize(heap.at(0x10)));
        assertEquals(0, heap.facts().issues().lost());
        way.load(Limit.NESTING, 2, "\"references\":[\"0x20\"], \"flags\":{\"old\":true}", null);
    }

    @ParameterizedTest
    @EnumSource
    void objectsWithTheirRoots(Way way) throws DumpException {
        way.load(Limit.OBJECTS, 3, "\"y\":3", null);
        DumpLimits two = DumpLimits.DEFAULT.with(Limit.OBJECTS, 2);
        String dump = ROOT + way.record("\"y\":3");
        LimitExceededException stop = assertThrows(LimitExceededException.class, () -> HeapLoader.lenient().within(two)
            .load(Loading.input(dump + B), Task.UNWATCHED));
        String place = "test.json: line 3 (byte " + dump.length() + "): more than 2 objects";
        assertTrue(stop.getMessage().startsWith(place), stop.getMessage());
        assertTrue(stop.getMessage().contains("--limit objects=N"), stop.getMessage());
        HeapLoader.lenient().within(two).load(Loading.input(dump + dump + ROOT), Task.UNWATCHED);
    }

    @Test
    void aLineBeyondMemoryNamesTheMemory() {
        assertTrue(new Issue(IssueKind.LINE_BEYOND_MEMORY, 3, 50).describe().contains("MEMDUMP_XMX"));
    }

    @ParameterizedTest
    @EnumSource
    void eachHasAUsualValueWithinItsBoundsAndRefusesOthersInWords(Limit limit) {
        assertEquals(limit.usual(), DumpLimits.DEFAULT.of(limit));
        assertEquals(limit.least(), DumpLimits.DEFAULT.with(limit, limit.least()).of(limit));
        assertEquals(limit.most(), DumpLimits.DEFAULT.with(limit, limit.most()).of(limit));
        assertNotEquals(DumpLimits.DEFAULT.toString(), DumpLimits.DEFAULT.with(limit, limit.least()).toString());
        for (long outside : new long[] {limit.least() - 1, limit.most() + 1L, Long.MAX_VALUE}) {
            String message = assertThrows(IllegalArgumentException.class,
                () -> DumpLimits.DEFAULT.with(limit, outside)).getMessage();
            assertTrue(message.startsWith(limit.key()), message);
        }
    }
}
