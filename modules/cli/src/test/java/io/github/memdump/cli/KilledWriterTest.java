package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexedLoader;
import io.github.memdump.task.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends processes that write without end, at random moments: what is there is always one of the files that were written
 * in full. Those that are told to end leave nothing else; of those that are killed the next run of memdump into the
 * folder removes what was left. All writers of one process are hit by one kill. MEMDUMP_SOAK sets how often, 10 in the
 * continuous build; a few times otherwise.
 */
class KilledWriterTest {
    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("MEMDUMP_SOAK", "4"));
    private static final int LONGEST_MILLIS = 700;
    private static final int LONGEST_END_SECONDS = 20;
    private static final String REPORT = "report";
    private static final String SESSION = "session";
    private static final String INDEX = "index";
    private static final String IN_PLACE = "in-place";

    @TempDir
    private static Path folder;
    private static Soak soak;
    private static List<List<String>> processes;

    /**
     * One process: the writers whose names it is given, each in a thread and a folder of its own. Each writes once and
     * waits; when all have, a byte lets them write until they are killed.
     */
    static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Soak soak = new Soak(folder);
            String[] names = Arrays.copyOfRange(arguments, 1, arguments.length);
            CountDownLatch begun = new CountDownLatch(names.length);
            CountDownLatch goOn = new CountDownLatch(1);
            for (String name : names) {
                Thread writer = new Thread(() -> {
                    for (int i = 0; ; i++) {
                        int code = write(name, folder.resolve(name), soak, i % 2 == 0 ? soak.after : soak.later);
                        if (code != 0) {
                            failUnlessEnding();
                        }
                        begun.countDown();
                        awaited(goOn);
                    }
                });
                writer.setDaemon(true);
                writer.start();
            }
            begun.await();
            System.err.write('!');
            System.err.flush();
            System.in.read();
            goOn.countDown();
            Thread.sleep(600_000);
        }

        private static void awaited(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException nobodyDoes) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whoever is told to end may fail on the way: nothing new is begun then. */
        private static void failUnlessEnding() {
            try {
                Thread.sleep(LONGEST_END_SECONDS * 1000L);
            } catch (InterruptedException nobodyDoes) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(9);
        }

        private static int run(List<?> words) {
            return Main.run(Session.of(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(), Map.of("MEMDUMP_NO_INDEX", "1")),
                words.stream().map(Object::toString).toArray(String[]::new));
        }

        static int write(String name, Path place, Soak soak, Path after) {
            try {
                switch (name) {
                    case REPORT:
                        return run(List.of("report", soak.before, after, "-o", place));
                    case SESSION:
                        Path script = place.resolveSibling(after.getFileName() + ".script");
                        return run(List.of("interactive", after, "--script", script));
                    case IN_PLACE:
                        return run(List.of("replace-class", place.resolve("dump.json"), "--in-place"));
                    case INDEX:
                        IndexCache cache = IndexCache.in(place);
                        cache.clear();
                        try (IndexedLoader loader = IndexedLoader.of(HeapLoader.lenient(), Optional.of(cache))
                            .fromBytes(0)) {
                            loader.load(DumpInput.of(after), Task.UNWATCHED);
                        }
                        return 0;
                    default:
                        Writer writer = Writer.valueOf(name);
                        return run(writer.words(place.resolve("out" + writer.ending()), soak.before, after));
                }
            } catch (IOException failed) {
                return 1;
            }
        }
    }

    @BeforeAll
    static void write() throws IOException {
        soak = Soak.in(folder);
        processes = List.of(others(), List.of(REPORT), List.of(Writer.VIEW_GEXF.name()),
            List.of(Writer.VIEW_GEPHI.name()));
        for (List<String> names : processes) {
            for (String name : names) {
                begin(name);
            }
        }
    }

    private static List<String> others() {
        List<String> names = new ArrayList<>(List.of(SESSION, INDEX, IN_PLACE));
        for (Writer writer : Writer.values()) {
            if (!writer.isOfToolkit()) {
                names.add(writer.name());
            }
        }
        return names;
    }

    @Test
    void whatIsThereIsWholeAndWhatIsLeftGoes() throws Exception {
        endAgainAndAgain(false);
    }

    @Test
    void whoIsToldToEndLeavesNothing() throws Exception {
        endAgainAndAgain(true);
    }

    private void endAgainAndAgain(boolean isTold) throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledWriterTest: seed " + seed + ", " + KILLS + (isTold ? " ends" : " kills")
            + " of each writer");
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            List<Process> running = new ArrayList<>();
            try {
                for (List<String> names : processes) {
                    running.add(start(names));
                }
                for (Process process : running) {
                    assertEquals('!', process.getErrorStream().read(), "a writer failed by itself");
                }
                for (Process process : running) {
                    process.getOutputStream().write('!');
                    process.getOutputStream().flush();
                }
                for (Process process : running) {
                    Thread.sleep(random.nextInt(LONGEST_MILLIS / running.size()));
                    end(process, isTold);
                }
            } finally {
                running.forEach(Process::destroyForcibly);
            }
            for (List<String> names : processes) {
                for (String name : names) {
                    String which = "seed " + seed + ", kill " + kill + ", " + name;
                    if (isTold) {
                        List<String> left = Soak.names(folder.resolve(name));
                        left.removeAll(Soak.names(folder.resolve("right").resolve(name).resolve("after.json")));
                        // The cache keeps its indexes, and how large it may become.
                        left.removeIf(file -> file.endsWith(".index") || file.equals("limit"));
                        assertEquals(List.of(), left, which);
                    }
                    check(name, which);
                }
            }
        }
    }

    private static void end(Process process, boolean isTold) throws InterruptedException {
        if (isTold) {
            process.destroy();
            assertTrue(process.waitFor(LONGEST_END_SECONDS / 2, TimeUnit.SECONDS), "it does not end");
            assertEquals(143, process.exitValue(), "128 + SIGTERM");
        } else {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(List<String> names) throws IOException {
        List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC", "-Xmx512m", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
            Child.class.getName(), folder.toString()));
        command.addAll(names);
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Writes what is right of either kind, to compare with. */
    private static void begin(String name) throws IOException {
        if (name.equals(SESSION)) {
            for (Path dump : List.of(soak.after, soak.later)) {
                Files.writeString(folder.resolve(dump.getFileName() + ".script"),
                    "dump.save(\"" + folder.resolve(SESSION).resolve("out.json") + "\")\n");
            }
        }
        Path place = Files.createDirectory(folder.resolve(name));
        if (name.equals(IN_PLACE)) {
            Files.copy(soak.after, place.resolve("dump.json"));
        }
        for (Path dump : List.of(soak.after, soak.later)) {
            assertEquals(0, Child.write(name, place, soak, dump), name);
            Path right = Files.createDirectories(folder.resolve("right").resolve(name).resolve(
                dump.getFileName().toString()));
            for (String file : Soak.names(place)) {
                Files.copy(place.resolve(file), right.resolve(file));
            }
        }
    }

    private void check(String name, String which) throws IOException {
        Path place = folder.resolve(name);
        if (name.equals(INDEX)) {
            IndexCache cache = IndexCache.in(place);
            try (IndexedLoader loader = IndexedLoader.of(HeapLoader.lenient(), Optional.of(cache)).fromBytes(0)) {
                assertEquals(HeapLoader.lenient().load(DumpInput.of(soak.after), Task.UNWATCHED).objectCount(),
                    loader.load(DumpInput.of(soak.after), Task.UNWATCHED).objectCount(), which);
            }
            cache.limit(1 << 30);
            assertTrue(Soak.names(place).stream().noneMatch(file -> file.startsWith(".")), which + Soak.names(place));
            return;
        }
        // No file is missing or cut even before the next run.
        for (String file : Soak.names(folder.resolve("right").resolve(name).resolve("after.json"))) {
            requireWhole(name, file, place.resolve(file), which);
        }
        // The next run into the folder, here of another file, clears up.
        Path other = place.resolve("other.csv");
        assertEquals(0, CommandRun.of("table", soak.before, "--columns", "object", "-o", other).code());
        Files.delete(other);
        requireOneOf(name, place, which);
    }

    private void requireWhole(String name, String file, Path now, String which) throws IOException {
        byte[] bytes = Files.readAllBytes(now);
        if (file.endsWith(".gephi")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                int entries = 0;
                while (zip.getNextEntry() != null) {
                    zip.transferTo(OutputStream.nullOutputStream());
                    entries++;
                }
                assertTrue(entries > 1, which);
            }
        } else if (file.endsWith(".gexf")) {
            assertTrue(new String(bytes, StandardCharsets.UTF_8).strip().endsWith("</gexf>"), which);
        } else if (file.endsWith(".pdf")) {
            assertTrue(new String(bytes, StandardCharsets.ISO_8859_1).strip().endsWith("%%EOF"), which);
        } else {
            assertTrue(isRight(name, file, bytes, "after.json") || isRight(name, file, bytes, "later.json"),
                which + ", " + file + ": neither of the two that are right");
        }
    }

    private boolean isRight(String name, String file, byte[] bytes, String dump) throws IOException {
        return Arrays.equals(bytes, Files.readAllBytes(folder.resolve("right").resolve(name).resolve(dump)
            .resolve(file)));
    }

    /** All files of the folder are of one run, and there are no others. */
    private void requireOneOf(String name, Path place, String which) throws IOException {
        Path right = folder.resolve("right").resolve(name).resolve("after.json");
        assertEquals(Soak.names(right), Soak.names(place), which);
        List<String> ofAfter = new ArrayList<>();
        List<String> ofLater = new ArrayList<>();
        for (String file : Soak.names(right)) {
            byte[] bytes = Files.readAllBytes(place.resolve(file));
            if (file.matches(".*\\.(gephi|gexf|pdf)")) {
                continue;
            }
            ofAfter.add(file + isRight(name, file, bytes, "after.json"));
            ofLater.add(file + isRight(name, file, bytes, "later.json"));
        }
        assertTrue(ofAfter.stream().noneMatch(file -> file.endsWith("false"))
            || ofLater.stream().noneMatch(file -> file.endsWith("false")), which + ": of both " + ofAfter + ofLater);
    }
}
