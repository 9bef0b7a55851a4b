package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps that some Ruby, shell or copy writes in another shape than usual. */
class UnusualDumpTest {
    private static final String ROOT = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n";
    private static final String A =
        "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"references\":[\"0x20\"], \"memsize\":40}\n";
    private static final String B = "{\"address\":\"0x20\", \"type\":\"STRING\", \"memsize\":60}\n";
    private static final String DUMP = ROOT + A + B;

    @TempDir
    private Path folder;

    /** Columns: the fields of the record; how many of them have a wrong type. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u00A4', value = {
        "\"type\":5|1", "\"type\":null|1", "\"class\":16|1", "\"class\":null|1", "\"class\":\"Foo\"|1",
        "\"references\":null|1", "\"references\":\"0x20\"|1", "\"references\":[16, null, [\"0x20\"], \"0x20\"]|3",
        "\"memsize\":\"40\"|1", "\"memsize\":{}|1", "\"memsize\":1.5|1", "\"generation\":\"3\"|1",
        "\"file\":12|1", "\"file\":[\"a\"]|1", "\"line\":\"7\"|1", "\"method\":{\"a\":1}|1", "\"name\":true|1",
        "\"struct\":null|1", "\"imemo_type\":3|1", "\"root\":[]|1", "\"flags\":[1]|0", "\"flags\":7|0",
        "\"singleton\":\"yes\"|0", "\"frozen\":\"no\"|0", "\"shape_id\":{\"a\":[]}|0"})
    void aFieldOfAnotherTypeCostsNothingElse(String field, long wrong) {
        String record = "{\"address\":\"0x30\", " + field + ", \"zzz\":0, \"encoding\":\"UTF-8\"}\n";
        Heap heap = Loading.load(DUMP + record + "{\"address\":\"0x40\", \"type\":\"HASH\"}\n");
        assertEquals(wrong == 0 ? Map.of() : Map.of(IssueKind.WRONG_FIELD_TYPE, wrong),
            heap.facts().issues().counts());
        assertEquals(0, heap.facts().issues().lost());
        assertEquals(5, heap.objectCount());
        assertEquals(field.contains("[16,") ? 1 : 0, heap.references().outDegree(heap.at(0x30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "null", "\"16\"", "\"0x\"", "\"0xfoo\"", "[\"0x30\"]", "\"0x12345678901234567\""})
    void aRecordWhoseAddressIsNoneIsNoRecord(String address) {
        Heap heap = Loading.load(ROOT + "{\"type\":\"STRING\", \"address\":" + address + "}\n" + A + B);
        assertEquals(Map.of(IssueKind.WRONG_FIELD_TYPE, 1L, IssueKind.NOT_A_RECORD, 1L),
            heap.facts().issues().counts());
        assertEquals(3, heap.objectCount());
    }

    @Test
    void aDumpMadeWithSinceHasNoRoots() {
        Heap heap = Loading.load(A + B);
        assertEquals(0, heap.roots().length);
        assertEquals(2, heap.objectCount());
        assertEquals(0, heap.facts().issues().total());
    }

    @Test
    void shapeRecordsAreObjectsOfTheirType() {
        Heap heap = Loading.load(DUMP + "{\"address\":\"0x7f0000000001\", \"type\":\"SHAPE\", \"id\":1, \"parent_id\":"
            + "4294967295, \"depth\":1, \"shape_type\":\"IVAR\",\"edge_name\":\"@a\", \"edges\":0, \"memsize\":0}\n"
            + "{\"type\":\"SHAPE\", \"address\":\"0x7f0000000002\", \"id\":2, \"memsize\":120}\n");
        assertEquals(0, heap.facts().issues().total());
        assertEquals(5, heap.objectCount());
        assertEquals("SHAPE", heap.typeName(heap.at(0x7f0000000001L)));
        assertEquals(120, heap.memsize(heap.at(0x7f0000000002L)));
    }

    @Test
    void recordsWithoutReferencesTypeOrSizeAreKept() {
        Heap heap = Loading.load(DUMP + "{\"address\":\"0x30\", \"type\":\"NODE\"}\n{\"address\":\"0x40\"}\n"
            + "{\"root\":\"finalizers\"}\n");
        assertEquals(0, heap.facts().issues().total());
        assertEquals(6, heap.objectCount());
        assertEquals(2, heap.roots().length);
        assertEquals("NODE", heap.className(heap.at(0x30)));
    }

    @Test
    void aByteOrderMarkIsNoDamageAndMovesNoOffset() throws IOException {
        byte[] dump = ("\uFEFF" + ROOT + A + "garbage\n" + B).getBytes(StandardCharsets.UTF_8);
        for (byte[] stored : new byte[][] {dump, gzip(dump)}) {
            Heap heap = Loading.load(stored);
            assertEquals(Map.of(IssueKind.MALFORMED_LINE, 1L), heap.facts().issues().counts());
            assertEquals(3 + (ROOT + A).length(), heap.facts().issues().first().get(0).offset());
            assertEquals(3, heap.objectCount());
            assertEquals(3 + ROOT.length(), heap.recordOffset(heap.at(0x10)));
            assertTrue(DumpFormat.recognises(Files.write(folder.resolve("dump"), stored)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n\n", " \t\n", "", " "})
    void linesMayEndOtherwise(String end) {
        Heap heap = Loading.load(DUMP.replace("\n", end));
        assertEquals(0, heap.facts().issues().total());
        assertEquals(3, heap.objectCount());
        assertEquals(2, heap.facts().references());
    }

    @Test
    void twoDumpsInOneFileAreOneWhereTheFirstRecordOfAnAddressCounts() {
        String second = DUMP.replace("OBJECT", "HASH") + "{\"address\":\"0x30\", \"type\":\"ARRAY\"}\n";
        for (String between : new String[] {"", "\n"}) {
            Heap heap = Loading.load(DUMP.trim() + between + second);
            assertEquals(Map.of(IssueKind.DUPLICATE_ADDRESS, 2L), heap.facts().issues().counts());
            assertEquals(4, heap.objectCount());
            assertEquals(1, heap.roots().length);
            assertEquals("OBJECT", heap.typeName(heap.at(0x10)));
        }
    }

    @Test
    void aRecordOverAFewLinesIsRejoinedOneOverManyIsLostAlone() {
        String few = A.replace(", \"", ",\n  \"");
        Heap heap = Loading.load(ROOT + few + B);
        assertEquals(Map.of(IssueKind.REJOINED_RECORD, 1L), heap.facts().issues().counts());
        assertEquals(1, heap.references().outDegree(heap.at(0x10)));
        String many = A.replace("{", "{\n  ").replace(", \"", ",\n  \"").replace("}", "\n}");
        heap = Loading.load(ROOT + many + B);
        assertEquals(Map.of(IssueKind.MALFORMED_LINE, 6L), heap.facts().issues().counts());
        assertEquals(2, heap.objectCount());
    }

    @Test
    void aDumpThatIsPrettyPrintedThroughoutIsToldHowToBeRead() {
        String pretty = DUMP.replace("{", "{\n  ").replace(", \"", ",\n  \"").replace("}", "\n}");
        String message = assertThrows(NotADumpException.class, () -> load(pretty.getBytes(StandardCharsets.UTF_8)))
            .getMessage();
        assertTrue(message.contains("several lines") && message.contains("jq -c ."), message);
    }

    @Test
    void aDumpInUtf16IsToldApartFromOtherFiles() {
        String message = assertThrows(NotADumpException.class, () -> load(DUMP.getBytes(StandardCharsets.UTF_16)))
            .getMessage();
        assertTrue(message.contains("UTF-16"), message);
    }

    @Test
    void anArrayOfRecordsIsReadLikeALineOfEach() {
        String lines = DUMP.trim();
        for (String array : new String[] {"[" + lines.replace("}\n", "},\n") + "]",
            "[" + lines.replace("}\n", "},") + "]",
            "[ " + lines.replace("}\n", "} , ") + " ]\n"}) {
            Heap heap = Loading.load(array);
            assertEquals(3, heap.objectCount(), array);
            assertEquals(1, heap.roots().length, array);
            assertEquals(Map.of(), heap.facts().issues().counts(), array);
        }
    }

    @Test
    void anArrayThatIsPrettyPrintedIsToldHowToBeRead() {
        String pretty = "[\n" + DUMP.replace("{", "{\n  ").replace(", \"", ",\n  \"").replace("}\n", "\n},\n") + "]";
        String message = assertThrows(NotADumpException.class, () -> load(pretty.getBytes(StandardCharsets.UTF_8)))
            .getMessage();
        assertTrue(message.contains("several lines") && message.contains("jq -c '.[]'"), message);
    }

    @Test
    void zeroBytesBehindTheLastRecordAreOneDamagedLine() {
        Heap heap = Loading.load(DUMP + "\0".repeat(100_000));
        assertEquals(3, heap.objectCount());
        assertEquals(1, heap.facts().issues().total());
        assertEquals(DUMP.length(), heap.facts().issues().first().get(0).offset());
    }

    @Test
    void anEmptyDumpIsCalledEmptyThoughItIsPacked() throws IOException {
        byte[] packed = gzip(new byte[0]);
        assertTrue(assertThrows(DumpException.class, () -> load(packed)).getMessage().contains("is empty"));
    }

    @Test
    void membersOfAGzipFileNeedNotEndWithALine() throws IOException {
        byte[] dump = DUMP.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < dump.length; i += 50) {
            packed.write(gzip(java.util.Arrays.copyOfRange(dump, i, Math.min(dump.length, i + 50))));
        }
        Heap heap = load(packed.toByteArray());
        assertEquals(3, heap.objectCount());
        assertEquals(0, heap.facts().issues().total());
        assertArrayEquals(new long[] {0, ROOT.length()}, new long[] {heap.recordOffset(heap.rootNamed("vm")),
            heap.recordOffset(heap.at(0x10))});
    }

    private static Heap load(byte[] dump) throws DumpException {
        return HeapLoader.lenient().load(Loading.input(dump), Task.UNWATCHED);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** As {@code yes} writes them. */
    @ParameterizedTest
    @ValueSource(strings = {"y\n", "\n", "{\"a\":1}\n", "0x10\n"})
    void whatNeverEndsIsRefusedByItsBeginning(String line) {
        byte[] bytes = line.repeat(1000).getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return line.charAt(0);
            }

            @Override
            public int read(byte[] into, int offset, int room) {
                int count = Math.min(room, bytes.length);
                System.arraycopy(bytes, 0, into, offset, count);
                return count;
            }
        };
        assertThrows(NotADumpException.class,
            () -> HeapLoader.lenient().load(DumpInput.of("endless", endless), Task.UNWATCHED));
    }
}
