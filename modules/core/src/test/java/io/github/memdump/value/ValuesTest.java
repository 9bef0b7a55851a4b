package io.github.memdump.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValuesTest {
    @TempDir
    private Path folder;

    private Value value(HeapDsl heap, int characters) throws IOException {
        return value(heap.text().getBytes(StandardCharsets.UTF_8), characters);
    }

    private Value value(byte[] dump, int characters) throws IOException {
        Heap heap = Loading.load(Files.write(folder.resolve("dump.json"), dump));
        return Values.of(heap).withCharacters(characters).of(0, Task.UNWATCHED);
    }

    private static HeapDsl string(String json) {
        return HeapDsl.heap().record("s", "STRING").withJson("value", json);
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void everyValueOfARealDumpIsWhatAJsonReaderSees(GoldenDumps golden) throws IOException {
        Map<String, Object> expected = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                Files.newInputStream(golden.after())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonTree record = JsonTree.read(line);
                if (record.has("value")) {
                    expected.put(record.text("address"), record.at("value"));
                }
            }
        }
        Heap heap = Loading.load(golden.after());
        int[] all = new int[heap.objectCount()];
        Arrays.setAll(all, i -> all.length - 1 - i);
        Value[] values = Values.of(heap).withCharacters(1_000_000).of(all, Task.UNWATCHED);
        int given = 0;
        for (int i = 0; i < all.length; i++) {
            Object text = expected.get(heap.identity(all[i]).split(":")[0]);
            if (text != null) {
                given++;
                assertEquals(text, values[i].text());
                assertEquals(((String) text).getBytes(StandardCharsets.UTF_8).length, values[i].bytes());
                assertFalse(values[i].isCut());
            } else if (values[i].bytes() != 0) {
                assertTrue(values[i].kind() != Value.Kind.GIVEN && values[i].text().isEmpty());
            }
        }
        assertEquals(expected.size(), given);
    }

    /** Columns: the value in the dump, how it is printed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u00A4', value = {
        "plain text|plain text",
        "tab\\tline\\nreturn\\r|tab\\tline\\nreturn\\r",
        "back\\\\slash \\\"quoted\\\"|back\\\\slash \"quoted\"",
        "\\u001b[2J\\u0007\\u007f|\\x1B[2J\\x07\\x7F",
        "\\u202eright to left\\u200f|\\u{202E}right to left\\u{200F}",
        "\\u0085\\u2028\\ue000|\\u{0085}\\u{2028}\\u{E000}",
        "\\ud83d\\ude00 caf\\u00e9|\uD83D\uDE00 caf\u00E9",
        "\\ud83d|\\xED\\xA0\\xBD"})
    void whatCannotBePrintedIsEscaped(String json, String printed) throws IOException {
        assertEquals(printed, value(string('"' + json + '"'), 200).printed());
    }

    @Test
    void bytesThatAreNoLettersAreShownAsSuch() throws IOException {
        byte[] dump = "{\"address\":\"0x10\", \"type\":\"STRING\", \"value\":\"a\u00FF\u00C3z\u00E2\u0082\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
        Value value = value(dump, 200);
        assertEquals("a\\xFF\\xC3z\\xE2\\x82", value.printed());
        assertEquals("a\uFFFD\uFFFDz\uFFFD\uFFFD", value.text());
        assertEquals(6, value.bytes());
    }

    @Test
    void aLongValueIsCutAndItsLengthTold() throws IOException {
        HeapDsl heap = string('"' + "\u00E9".repeat(1000) + '"');
        Value value = value(heap, 3);
        assertEquals("\u00E9\u00E9\u00E9", value.text());
        assertEquals("\u00E9\u00E9\u00E9", value.printed());
        assertEquals(2000, value.bytes());
        assertTrue(value.isCut());
        assertFalse(value(heap, 1000).isCut());
        assertEquals(200, Values.of(Loading.load(heap.writeTo(folder.resolve("b")))).of(0, Task.UNWATCHED).text()
            .length());
    }

    @Test
    void whyThereIsNoValueIsTold() throws IOException {
        assertEquals(Value.Kind.OMITTED, value(HeapDsl.heap().record("s", "STRING").with("bytesize", 7), 9).kind());
        assertEquals(7, value(HeapDsl.heap().record("s", "STRING").with("bytesize", 7), 9).bytes());
        assertEquals(Value.Kind.SHARED, value(HeapDsl.heap().record("s", "STRING").with("shared", true), 9).kind());
        assertEquals(Value.Kind.GIVEN, value(HeapDsl.heap().record("s", "STRING").with("bytesize", 0), 9).kind());
        assertEquals(Value.Kind.NONE, value(HeapDsl.heap().object("o"), 9).kind());
        assertEquals(Value.Kind.UNREADABLE, value(string("12"), 9).kind());
        assertEquals(Value.Kind.GIVEN, value(HeapDsl.heap().record("f", "FLOAT").with("value", "1.5"), 9).kind());
        String cut = "{\"address\":\"0x10\", \"type\":\"STRING\", \"bytesize\":4, \"value\":";
        assertEquals(Value.Kind.UNREADABLE, value(cut.getBytes(StandardCharsets.UTF_8), 9).kind());
    }

    @Test
    void anotherDumpInItsPlaceIsTold() throws IOException {
        Path file = folder.resolve("dump.json");
        FileTime time = FileTime.fromMillis(1_000_000_000);
        Files.setLastModifiedTime(HeapDsl.heap().root("vm").string("s", "one").writeTo(file), time);
        Heap heap = Loading.load(file);
        String text = Files.readString(file);
        Files.setLastModifiedTime(Files.writeString(file, text.replaceFirst("0x7f0000", "0x7f0001")), time);
        DumpException told = assertThrows(DumpException.class, () -> Values.of(heap).of(0, Task.UNWATCHED));
        assertTrue(told.getMessage().contains("no record of 0x7f0000"), told.getMessage());
        Files.setLastModifiedTime(Files.writeString(file, text.replaceFirst("\"vm\"", "\"mv\"")), time);
        told = assertThrows(DumpException.class, () -> Values.of(heap).of(1, Task.UNWATCHED));
        assertTrue(told.getMessage().contains("no record of root vm"), told.getMessage());
    }

    @Test
    void aCopyOfTheDumpServesWhereItCameFromAStream() throws IOException {
        HeapDsl dsl = HeapDsl.heap().string("s", "one").string("t", "two");
        Heap heap = Loading.load(dsl);
        assertThrows(DumpException.class, () -> Values.of(heap));
        Value[] values = Values.of(heap, DumpInput.of(dsl.writeGzipTo(folder.resolve("copy"))))
            .of(new int[] {1, 0, 1}, Task.UNWATCHED);
        assertArrayEquals(new String[] {"two", "one", "two"}, Arrays.stream(values).map(Value::text)
            .toArray(String[]::new));
    }

    @Test
    void aRecordIsGivenWithAllItsFields() throws IOException {
        HeapDsl dsl = HeapDsl.heap().object("before").string("s", "text").with("of_tomorrow", 12);
        Heap heap = Loading.load(dsl.writeTo(folder.resolve("dump.json")));
        Map<String, String> fields = record(heap, 1).fields(100);
        assertEquals("\"text\"", fields.get("value"));
        assertEquals("12", fields.get("of_tomorrow"));
        assertEquals(dsl.text().lines().skip(1).findFirst().orElseThrow(),
            new String(record(heap, 1).bytes(), StandardCharsets.UTF_8));
    }

    private static RawRecord record(Heap heap, int object) throws IOException {
        RawRecord[] result = new RawRecord[1];
        Values.of(heap).visit(object, record -> result[0] = record.copy(), Task.UNWATCHED);
        return result[0];
    }
}
