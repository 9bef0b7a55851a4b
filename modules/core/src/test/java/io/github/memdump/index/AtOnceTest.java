package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.memdump.dump.FileState;
import io.github.memdump.Loading;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and processes that open one dump, and clear the cache, at the same time. */
class AtOnceTest {
    @TempDir
    private Path folder;

    @Test
    void threadsOpenReplaceAndClearAtOnce() throws Exception {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("odd.json")));
        Heap expected = Loading.load(dump);
        IndexCache cache = IndexCache.in(folder.resolve("cache"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            work.add(threads.submit(() -> {
                for (int i = 0; i < 15; i++) {
                    // Another version of the program finds the index unusable and replaces it.
                    IndexedLoader loader = IndexedLoader.of(HeapLoader.lenient(), Optional.of(cache)).fromBytes(0)
                        .by(number % 2);
                    try (loader) {
                        Opening.assertSame(expected, loader.load(DumpInput.of(dump), Task.UNWATCHED), "at once");
                    }
                    if (number == 3 && i % 5 == 0) {
                        cache.clear();
                    }
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> done : work) {
            done.get();
        }
        assertNothingUnfinished();
    }

    @Test
    void anIndexThatIsRemovedWhileItIsReadIsReadToItsEnd() throws IOException {
        Opening opening = new Opening(folder.resolve("cache"));
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        Heap expected = opening.open(dump);
        try (IndexFile index = IndexFile.open(opening.onlyIndex())) {
            opening.cache.clear();
            Opening.assertSame(expected, Heap.from(index.arrays(name -> true, Task.UNWATCHED), dump.toString(),
                new FileState(dump)), "removed");
        }
    }

    @Test
    void processesOpenAtOnce() throws Exception {
        Path dump = Opening.settled(Files.copy(GoldenDumps.RUBY_3_4.after(), folder.resolve("after.json.gz")));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), dump.toString(),
                folder.resolve("cache").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
        }
        String expected = Child.says(Loading.load(dump));
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor());
            assertEquals((expected + "\n").repeat(3), said);
        }
        assertNothingUnfinished();
        Opening opening = new Opening(folder.resolve("cache"));
        Opening.assertSame(Loading.load(dump), opening.open(dump), "afterwards");
        assertFalse(opening.hasReadTheDump(), opening.notes.toString());
    }

    private void assertNothingUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            assertEquals(List.of(), files.map(Path::toString).filter(name -> !name.endsWith(".index"))
                .collect(Collectors.toList()));
        }
    }

    /** What another process does: it opens the dump three times. */
    static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) throws IOException {
            for (int i = 0; i < 3; i++) {
                try (IndexedLoader loader = IndexedLoader.of(HeapLoader.lenient(),
                    Optional.of(IndexCache.in(Path.of(arguments[1])))).fromBytes(0)) {
                    System.out.println(says(loader.load(DumpInput.of(Path.of(arguments[0])), Task.UNWATCHED)));
                }
            }
        }

        static String says(Heap heap) {
            int hash = 0;
            for (int object = 0; object < heap.objectCount(); object++) {
                hash = hash * 31 + heap.identity(object).hashCode() + heap.className(object).hashCode();
                for (int i = heap.references().from(object); i < heap.references().to(object); i++) {
                    hash = hash * 31 + heap.references().target(i);
                }
            }
            return heap.objectCount() + " " + hash;
        }
    }
}
