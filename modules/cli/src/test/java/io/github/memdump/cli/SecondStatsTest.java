package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.testing.GoldenDumps;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stats} says the second time, without the heap, is what it said the first time, byte by byte. */
class SecondStatsTest {
    private static final int ENOUGH = 17 << 20;

    @TempDir
    private Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private CommandRun stats(List<?> options, Path dump) {
        environment.put("MEMDUMP_CACHE", folder.resolve("cache").toString());
        List<Object> arguments = new ArrayList<>(List.of("stats"));
        arguments.addAll(options);
        arguments.add(dump);
        return CommandRun.in(environment, new byte[0], arguments.toArray());
    }

    private static List<?> with(List<?> options, Object... more) {
        List<Object> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all;
    }

    /** Lets a dump grow, by strings with long values, until it is worth an index, and makes it an hour old. */
    private Path enlarged(byte[] dump, String name) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            out.write(new String(dump, StandardCharsets.ISO_8859_1));
            String filler = "x".repeat(100_000);
            for (int i = 0; i * filler.length() < ENOUGH; i++) {
                out.write("{\"address\":\"0x" + Long.toHexString(0x1100_0000_0000L + i * 40L)
                    + "\", \"type\":\"STRING\", \"value\":\"" + filler + "\", \"file\":\"/srv/app/" + i % 7 + ".rb\","
                    + " \"line\":" + i % 3 + ", \"generation\":" + i % 5 + ", \"memsize\":" + i % 2 * 40 + "}\n");
            }
        }
        return Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
    }

    private static byte[] bytes(Path packed) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private void compare(Path dump) throws IOException {
        for (Grouping grouping : Grouping.values()) {
            for (String format : List.of("--top=all", "--top=4", "--json")) {
                List<?> options = List.of(format, "--by", grouping.name().toLowerCase(Locale.ROOT));
                CommandRun read = stats(with(options, "--no-index"), dump);
                for (String opening : List.of("first", "second", "over plain references")) {
                    CommandRun run = stats(opening.startsWith("over") ? with(options, "--plain-references") : options,
                        dump);
                    String message = dump + " " + options + ", " + opening;
                    assertEquals(0, run.code(), run.err());
                    assertEquals(read.out(), run.out(), message);
                    assertEquals(read.err(), run.err(), message);
                }
            }
        }
        assertEquals(1, CommandRun.in(environment, new byte[0], "index", "--json").json().list("rows").size());
        CommandRun.in(environment, new byte[0], "index", "--clear").quiet();
    }

    @Test
    void aRealDumpAndARedactedOne() throws IOException {
        Path real = folder.resolve("real.json");
        Files.write(real, bytes(GoldenDumps.RUBY_3_4.after()));
        Path redacted = folder.resolve("redacted.json");
        CommandRun.of("redact", real, "-o", redacted).out();
        compare(enlarged(Files.readAllBytes(real), "large.json"));
        compare(enlarged(Files.readAllBytes(redacted), "large-redacted.json"));
    }

    @Test
    void aDamagedOneWithoutRootsOrSizesAndWithSlots() throws IOException {
        compare(enlarged(("{\"address\":\"0x8\", \"type\":\"OBJECT\", \"references\":[\"0x10\", \"0x10\"]}\n"
            + "not a record\n{\"address\":\"0x10\", \"type\":\"STRING\"}\n{\"address\":\"0x10\", \"type\":\"STRING\"}\n"
            + "{\"address\":\"0x18\", \"type\":\"NONE\"}\n{\"type\":\"OBJECT\"}\n"
            + "{\"address\":\"0x20\", \"type\":\"IMEMO\", \"imemo_type\":\"env\", \"memsize\":9223372036854775807}\n"
            + "{\"address\":\"0x28\", \"type\":\"IMEMO\", \"imemo_type\":\"iseq\", \"memsize\":9223372036854775807}\n")
            .getBytes(StandardCharsets.UTF_8), "damaged.json"));
    }
}
