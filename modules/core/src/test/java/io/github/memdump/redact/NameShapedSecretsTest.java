package io.github.memdump.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that look like names stand wherever a dump can hold text; with names hidden none may come through. */
class NameShapedSecretsTest {
    private static final String SECRET = "hunter2";
    private static final List<String> TYPES = List.of("STRING", "SYMBOL", "CLASS", "DATA", "IMEMO", "OBJECT", "FLOAT",
        "SHAPE", SECRET);
    private static final List<String> KEYS = List.of("value", "file", "method", "name", "struct", "real_class_name",
        "edge_name", "mid", "called_id", "encoding", "coderange", "flags", "default", "superclass", "class",
        "class_name", "class_address", "imemo_type", "shape_type", "unknown", "password", "hunter2", "references",
        "memsize", "line", "generation", "length", "bytesize", "frozen", "fd");

    @TempDir
    private Path folder;

    @Test
    void noTextOfAnyFieldComesThrough() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder dump = new StringBuilder(
                "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x1000\"]}\n");
            int records = 1 + random.nextInt(12);
            for (int i = 0; i < records; i++) {
                dump.append(record(random, i)).append('\n');
            }
            byte[] redacted = redacted(dump.toString(), seed);
            requireClean(redacted, seed + ":\n" + dump);
            Heap heap = Loading.load(dump.toString());
            Heap other = Loading.load(redacted);
            assertEquals(heap.objectCount(), other.objectCount(), "seed " + seed);
            assertEquals(heap.facts().references(), other.facts().references(), "seed " + seed);
            assertEquals(heap.facts().memsize(), other.facts().memsize(), "seed " + seed);
        }
    }

    private static String record(Random random, int number) {
        StringBuilder record = new StringBuilder(String.format(Locale.ROOT, "{\"address\":\"0x%x\", \"type\":\"%s\"",
            0x1000 + 40 * number, TYPES.get(random.nextInt(TYPES.size()))));
        for (int fields = random.nextInt(8); fields > 0; fields--) {
            record.append(", \"").append(KEYS.get(random.nextInt(KEYS.size()))).append("\":").append(value(random));
        }
        switch (random.nextInt(12)) {
            case 0:
                return record.toString();
            case 1:
                return record + "} {\"address\":\"" + SECRET + "\", \"value\":\"" + SECRET + "\"}";
            case 2:
                return record + ", \"file\":\"C:\\" + SECRET + "\n" + SECRET + ".rb\"}";
            case 3:
                return SECRET + record + "}";
            default:
                return record + ", \"memsize\":" + random.nextInt(1000) + "}";
        }
    }

    private static String value(Random random) {
        String text = random.nextInt(4) == 0 ? "\\u0068unter2" : SECRET;
        switch (random.nextInt(8)) {
            case 0:
                return "{\"" + text + "\":\"" + text + "\", \"old\":true}";
            case 1:
                return "[\"" + text + "\", [\"" + text + "\"]]";
            case 2:
                return "\"/home/" + text + "/app.rb\"";
            case 3:
                return "\"" + text + "::" + text + "\"";
            case 4:
                return "\"#<Class:" + text + ">\"";
            case 5:
                return "\"a \"" + text + "\" b\"";
            case 6:
                return "\"0x" + text + "\"";
            default:
                return "\"" + text + "\"";
        }
    }

    private byte[] redacted(String dump, long seed) throws IOException {
        Path target = folder.resolve("redacted" + seed + ".json");
        Redaction.within(DumpLimits.DEFAULT).hidingNames().withSalt("pepper").write(Loading.input(dump),
            Target.of(target, Inputs.none()),
            Task.UNWATCHED);
        return Files.readAllBytes(target);
    }

    private static void requireClean(byte[] redacted, String which) {
        String text = new String(redacted, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(SECRET) || text.contains("unter2"), "seed " + which + "\nredacted:\n" + text);
    }
}
