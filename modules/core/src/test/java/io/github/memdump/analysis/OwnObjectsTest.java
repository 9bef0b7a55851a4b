package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.HeapDsl;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What of a dump is the dump's own, and what of a program that looks like it is not. */
class OwnObjectsTest {
    private static HeapDsl process() {
        return HeapDsl.heap().root("vm", "Object", "ractor", "list").root("machine_context").klass("Object")
            .array("list").data("ractor", "ractor").data("main", "VM/thread").memsize(1_000_000).heldBy("ractor")
            .data("tracer", OwnObjects.TRACER).heldBy("vm").object("app").heldBy("list").generation(8)
            .allocatedAt("app.rb", 3, "new");
    }

    private static HeapDsl file(HeapDsl dump, String symbol, long generation) {
        return dump.record(symbol, "FILE").memsize(8432).refers(symbol).heldBy("machine_context")
            .allocatedAt("(eval)", 12, "open").generation(generation);
    }

    private static HeapDsl thread(HeapDsl dump, String file) {
        return dump.data("block", "proc").allocatedAt("(eval)", 6, "initialize").generation(12)
            .data("thread", "VM/thread").memsize(1_000_000).allocatedAt("(eval)", 6, "new").generation(12)
            .refers("block", file, file).heldBy("ractor");
    }

    private static Map<String, OwnObjects.Kind> own(HeapDsl dump) {
        Heap heap = Loading.load(dump);
        OwnObjects own = OwnObjects.of(heap);
        Map<String, OwnObjects.Kind> result = new TreeMap<>();
        for (String symbol : dump.symbols()) {
            int object = Identities.find(heap, dump.identity(symbol));
            own.kind(object).ifPresent(kind -> result.put(symbol, kind));
        }
        assertEquals(result.size(), own.size());
        return result;
    }

    private static Map<String, OwnObjects.Kind> with(Object... pairs) {
        Map<String, OwnObjects.Kind> result = new TreeMap<>(Map.of("tracer", OwnObjects.Kind.TRACER));
        for (int i = 0; i < pairs.length; i += 2) {
            result.put((String) pairs[i], (OwnObjects.Kind) pairs[i + 1]);
        }
        return result;
    }

    @Test
    void fileMutexThreadAndBlockOfTheDumpAreItsOwn() {
        HeapDsl dump = thread(file(process(), "file", 13), "file");
        dump.data("mutex", "mutex").allocatedAt("/usr/lib/ruby/3.1.0/objspace.rb", 87, "_dump_all").generation(13)
            .heldBy("file").hash("options").allocatedAt("/usr/lib/ruby/3.1.0/objspace.rb", 80, "dump_all")
            .generation(13).heldBy("machine_context");
        assertEquals(with("file", OwnObjects.Kind.FILE, "mutex", OwnObjects.Kind.MUTEX, "thread",
            OwnObjects.Kind.THREAD, "block", OwnObjects.Kind.BLOCK, "options", OwnObjects.Kind.OTHER), own(dump));
    }

    @Test
    void aFileOnTheStackWithoutAMutexIsItToo() {
        HeapDsl dump = thread(file(process(), "file", 13), "file");
        assertEquals(with("file", OwnObjects.Kind.FILE, "thread", OwnObjects.Kind.THREAD, "block",
            OwnObjects.Kind.BLOCK), own(dump));
    }

    @Test
    void theFiberOfAThreadMayReferToTheFile() {
        HeapDsl dump = file(process(), "file", 13).data("fiber", "fiber").refers("file", "fiber")
            .data("thread", "VM/thread").allocatedAt("(eval)", 6, "new").generation(12).refers("fiber")
            .heldBy("ractor", "fiber");
        assertEquals(with("file", OwnObjects.Kind.FILE, "thread", OwnObjects.Kind.THREAD), own(dump));
    }

    @Test
    void whatTheProgramHoldsIsNotTheDumps() {
        HeapDsl dump = thread(file(process(), "file", 13), "file");
        dump.change("file").heldBy("app").change("thread").heldBy("list");
        assertEquals(with(), own(dump));
    }

    @Test
    void aThreadThatTheProgramHoldsStaysThePrograms() {
        HeapDsl dump = thread(file(process(), "file", 13), "file");
        dump.change("thread").heldBy("list");
        assertEquals(with("file", OwnObjects.Kind.FILE), own(dump));
    }

    @Test
    void aWorkerThatWasMadeElsewhereStaysThePrograms() {
        HeapDsl dump = thread(file(process(), "file", 13), "file");
        dump.change("thread").allocatedAt("lib/pool.rb", 6, "new");
        assertEquals(with("file", OwnObjects.Kind.FILE), own(dump));
    }

    @Test
    void theMainThreadStaysThePrograms() {
        HeapDsl dump = file(process(), "file", 13);
        dump.change("main").refers("file");
        assertEquals(with("file", OwnObjects.Kind.FILE), own(dump));
    }

    @Test
    void aLogOpenedLongBeforeStaysThePrograms() {
        HeapDsl dump = file(file(process(), "log", 5), "file", 13);
        assertEquals(with("file", OwnObjects.Kind.FILE), own(dump));
        assertEquals(with(), own(file(process(), "log", 3)));
    }

    @Test
    void ofTwoFilesOpenedTogetherNoneIsTaken() {
        assertEquals(with(), own(file(file(process(), "one", 13), "other", 13)));
    }

    @Test
    void aMethodOfTheProgramMayBeCalledDumpAll() {
        HeapDsl dump = process().string("mine", "x").allocatedAt("lib/export.rb", 4, "dump_all").generation(9);
        assertEquals(with(), own(dump));
    }

    @Test
    void withoutTracingTheThreadShowsByItsBlock() {
        HeapDsl dump = HeapDsl.heap().root("vm", "ractor").root("machine_context").data("ractor", "ractor")
            .data("main", "VM/thread").heldBy("ractor").record("file", "FILE").heldBy("machine_context")
            .data("mutex", "mutex").heldBy("file").data("block", "proc").data("thread", "VM/thread")
            .refers("file", "block").heldBy("ractor");
        Map<String, OwnObjects.Kind> expected = with("file", OwnObjects.Kind.FILE, "mutex", OwnObjects.Kind.MUTEX,
            "thread", OwnObjects.Kind.THREAD, "block", OwnObjects.Kind.BLOCK);
        expected.remove("tracer");
        assertEquals(expected, own(dump));
    }

    @Test
    void aHeapWithoutFilesOrThreadsHasNone() {
        assertEquals(Map.of(), own(HeapDsl.heap().root("vm", "a").object("a")));
    }
}
