package io.github.memdump.analysis.suspect.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which line of the application is told where a library allocated what has gathered. */
class ApplicationLinesTest {
    private static final String LIBRARY = "/usr/lib/ruby/vendor_ruby/orm/model.rb";

    /** Models that the library's method "load" allocates at line 9, for which "find" calls it at line 4. */
    private static HeapDsl models() {
        HeapDsl heap = HeapDsl.heap().root("vm", "list", "app code").klass("Model").array("list");
        heap.imemo("app code", "iseq").imemo("find", "ment").heldBy("vm").imemo("find code", "iseq").heldBy("find")
            .imemo("load", "ment").heldBy("vm").imemo("load code", "iseq").heldBy("load")
            .imemo("block code", "iseq").heldBy("load code")
            .imemo("constant", "constcache").allocatedAt(LIBRARY, 9, "load").heldBy("block code")
            .imemo("call of load", "callcache").allocatedAt(LIBRARY, 4, "find").heldBy("find code").refers("load");
        for (int i = 0; i < 20; i++) {
            heap.object("model" + i).ofClass("Model").allocatedAt(LIBRARY, 9, "allocate").heldBy("list");
        }
        return heap;
    }

    private static HeapDsl call(HeapDsl heap, String symbol, long line) {
        return heap.imemo(symbol, "callcache").allocatedAt("app.rb", line, "run").heldBy("app code").refers("find");
    }

    private static String line(HeapDsl dsl) {
        Heap heap = Loading.load(dsl);
        int[] models = IntStream.range(0, heap.objectCount())
            .filter(object -> heap.className(object).equals("Model")).toArray();
        return new ApplicationLines(heap, Retained.of(heap, Task.UNWATCHED).dominators().tree(Task.UNWATCHED),
            NodeSet.all(heap.objectCount())).of(models)
            .map(line -> heap.sites().place(line.site()) + (line.isCall() ? " calls" : "")).orElse("none");
    }

    @Test
    void theLineThatCallsTheLibraryIsFoundThroughItsMethodsAndBlocks() {
        assertEquals("app.rb:18 calls", line(call(models(), "call", 18)));
    }

    @Test
    void ofSeveralLinesThatCallNoneIsTold() {
        assertEquals("none", line(call(call(models(), "call", 18), "another", 25)));
    }

    @Test
    void aCallThatLeftTheCodeForAnotherReceiverIsFoundByItsLine() {
        HeapDsl heap = call(models(), "call", 18);
        heap.imemo("constant of find", "constcache").allocatedAt(LIBRARY, 4, "find").heldBy("find code")
            .remove("call of load").imemo("class's call", "callcache").allocatedAt(LIBRARY, 4, "find").heldBy("vm")
            .refers("load");
        assertEquals("app.rb:18 calls", line(heap));
    }

    @Test
    void methodsThatCallEachOtherEnd() {
        HeapDsl heap = models().imemo("call of find", "callcache").allocatedAt(LIBRARY, 9, "load").heldBy("load code")
            .refers("find");
        assertEquals("none", line(heap));
    }

    @Test
    void anObjectOfTheApplicationInsideComesBeforeTheCallAndATextBehindIt() {
        HeapDsl texts = call(models(), "call", 18);
        HeapDsl objects = call(models(), "call", 18).klass("Report");
        for (int i = 0; i < 20; i++) {
            texts.string("text" + i, "x").allocatedAt("fetch.rb", 13, "fetch").heldBy("model" + i);
            objects.object("report" + i).ofClass("Report").allocatedAt("report.rb", 26, "run").heldBy("model" + i);
        }
        assertEquals("app.rb:18 calls", line(texts));
        assertEquals("report.rb:26", line(objects));
    }

    @Test
    void withoutACallTheLineOfTheTextsInsideIsTold() {
        HeapDsl heap = models();
        for (int i = 0; i < 20; i++) {
            heap.string("text" + i, "x").allocatedAt("fetch.rb", 13, "fetch").heldBy("model" + i);
        }
        assertEquals("fetch.rb:13", line(heap));
    }
}
