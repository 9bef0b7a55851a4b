package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumpSampleTest {
    private static final int OBJECTS = 200_000;

    @TempDir
    private Path folder;

    /** The roots of a large dump alone fill megabytes, and the rest of it packs less well than its beginning. */
    private Path archive() throws IOException {
        Path dump = folder.resolve("dump.json.gz");
        Random random = new Random(1);
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(dump)),
            StandardCharsets.US_ASCII)) {
            StringBuilder roots = new StringBuilder("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x1000\"");
            for (int i = 0; i < 300_000; i++) {
                roots.append(", \"0x1000\"");
            }
            out.write(roots + "]}\n");
            for (int i = 0; i < OBJECTS; i++) {
                String text = i < OBJECTS / 4 ? "aaaaaaaaaaaaaaaaaaaa" : Long.toHexString(random.nextLong());
                out.write(String.format("{\"address\":\"0x%012x\", \"type\":\"STRING\", \"class\":\"0x1000\","
                    + " \"value\":\"%s\", \"references\":[\"0x1000\"], \"memsize\":40}%n", 0x1000 + 40L * i, text));
            }
        }
        return dump;
    }

    @Test
    void theBeginningOfAnArchiveTellsAboutHowManyObjectsItHas() throws IOException {
        DumpSample sample = DumpSample.of(archive());
        assertFalse(sample.isThroughout(), "larger than what is sampled");
        assertEquals(1, sample.objects() / (double) OBJECTS, 0.1);
    }

    /** 32 windows of 256 KiB: the first ends within a number, the second begins with digits. */
    @Test
    void aNumberAtTheEndOfAWindowEndsThere() throws IOException {
        int window = 256 << 10;
        byte[] text = "{\"address\":\"0x1000\", \"type\":\"STRING\", \"generation\":65, \"memsize\":40}\n"
            .repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        put(text, window, "\"generation\":65");
        int second = (text.length - window) / 31;
        put(text, second + 3, "345");
        Path dump = Files.write(folder.resolve("plain.json"), text);
        assertEquals(65, DumpSample.of(dump).generation());
    }

    private static void put(byte[] text, int end, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, text, end - bytes.length, bytes.length);
    }
}
