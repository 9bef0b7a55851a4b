package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of 200 MB, in processes of little memory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LongLineTest {
    private static final int LINE_BYTES = 200_000_000;

    @ParameterizedTest
    @CsvSource({"references, 768m", "value, 640m", "damaged, 640m", "name, 640m"})
    void aLineOf200MegabytesIsReadInAProcessOfLessThanFourTimesThat(String kind, String memory) throws Exception {
        long references = kind.equals("value") || kind.equals("name") ? 0 : kind.equals("damaged") ? 1 : 2;
        String issues = kind.equals("damaged") ? "[SALVAGED_RECORD, NAME_TOO_LONG]"
            : kind.equals("name") ? "[NAME_TOO_LONG]" : "[]";
        assertEquals("3 objects, " + (references + 1) + " references, " + issues, run(kind, memory));
    }

    @ParameterizedTest
    @CsvSource({"value, 96m", "junk, 512m"})
    void aLineThatMemoryHasNoRoomForCostsOnlyItself(String kind, String memory) throws Exception {
        assertEquals("2 objects, 1 references, [LINE_BEYOND_MEMORY]", run(kind, memory));
    }

    private static String run(String kind, String memory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + memory, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
            Main.class.getName(), kind)
            .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        process.waitFor();
        return said;
    }

    /** Loads a dump with one long line and prints what came of it. */
    static final class Main {
        private Main() {
        }

        public static void main(String[] kind) throws IOException {
            Heap heap = HeapLoader.lenient().load(DumpInput.of("long", dump(kind[0])), Task.UNWATCHED);
            System.out.println(heap.objectCount() + " objects, " + heap.facts().references() + " references, "
                + heap.facts().issues().counts().keySet());
        }

        private static InputStream dump(String kind) {
            if (kind.equals("junk")) {
                return joined("", "all work and no play ", "\n");
            }
            String head = "{\"address\":\"0x10\", \"type\":\"ARRAY\", ";
            if (kind.equals("references")) {
                return joined(head + "\"references\":[", "\"0x7f3bdeaffc10\", \"0x20\", ", "\"0x20\"]}\n");
            }
            if (kind.equals("value") || kind.equals("name")) {
                return joined(head + "\"" + kind + "\":\"", "all work and no play ", "\"}\n");
            }
            return joined(head + "\"references\":[\"0x20\"], \"file\":\"\"", "\" never escaped ", "\", \"line\":1}\n");
        }

        private static InputStream joined(String head, String repeated, String tail) {
            return new SequenceInputStream(Collections.enumeration(List.of(
                bytes("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x20\"]}\n" + head),
                new Repeated(repeated.getBytes(StandardCharsets.UTF_8), LINE_BYTES / repeated.length()),
                bytes(tail + "{\"address\":\"0x20\", \"type\":\"STRING\"}\n"))));
        }

        private static InputStream bytes(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same bytes over and over. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long length;
        private long position;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.length = (long) bytes.length * times;
        }

        @Override
        public int read() {
            return position == length ? -1 : bytes[(int) (position++ % bytes.length)] & 0xFF;
        }
    }
}
