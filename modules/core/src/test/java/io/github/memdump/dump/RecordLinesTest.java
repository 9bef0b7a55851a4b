package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordLinesTest {
    private static final String[] LINES = {
        "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}",
        "{\"type\":\"ROOT\", \"root\":\"global_tbl\", \"references\":[]}",
        "{\"address\":\"0x10\", \"type\":\"STRING\", \"value\":\"\\u00e9 \u00e9\", \"of_tomorrow\":{}}",
        "damaged",
        "{\"root\":\"vm\", \"type\":\"ROOT\"}",
        "{\"address\":\"0x38\", \"type\":\"STRING\", \"value\":\"ROOT\"}"};

    private static long offset(int line) {
        return Arrays.stream(LINES).limit(line)
            .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length + 1).sum();
    }

    private static String copied(String dump, Set<String> roots, long... offsets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DumpInput input = DumpInput.of("test", new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)));
        long lines = RecordLines.copy(input, offsets, roots, out, Task.UNWATCHED);
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(lines <= text.lines().count());
        return text;
    }

    private static String all() {
        return String.join("\n", LINES);
    }

    @Test
    void linesAreCopiedAsTheyStand() throws IOException {
        assertEquals(LINES[2] + "\n" + LINES[5] + "\n", copied(all(), Set.of(), offset(2), offset(5)));
    }

    @Test
    void aRootIsCopiedWithAllItsLines() throws IOException {
        assertEquals(LINES[0] + "\n" + LINES[4] + "\n", copied(all(), Set.of("vm")));
        assertEquals(LINES[1] + "\n", copied(all(), Set.of("global_tbl")));
        assertEquals("", copied(all(), Set.of()));
    }

    @Test
    void aRecordThatNewlinesHaveSplitIsCopiedWithAllItsLines() throws IOException {
        String split = "{\"address\":\"0x10\", \"type\":\"STRING\", \"file\":\"a\n\nb.rb\", \"line\":1}";
        String next = "{\"address\":\"0x38\", \"type\":\"STRING\"}";
        String dump = LINES[0] + "\n" + split + "\ndamaged\n" + next;
        assertEquals(split + "\n", copied(dump, Set.of(), offset(1)));
        assertEquals(next + "\n", copied(dump, Set.of(), dump.indexOf(next)));
    }

    @Test
    void aDumpThatBecameShorterIsTold() {
        IOException told = assertThrows(DumpException.class, () -> copied(LINES[0], Set.of(), offset(5)));
        assertTrue(told.getMessage().contains("shorter than when it was read first"), told.getMessage());
    }
}
