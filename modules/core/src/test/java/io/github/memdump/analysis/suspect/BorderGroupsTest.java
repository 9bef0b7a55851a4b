package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.suspect.border.BorderGroups;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BorderGroupsTest {
    private static List<BorderGroups.Row> rows(HeapDsl before, Heap after) {
        return groups(before, after).rows();
    }

    private static BorderGroups groups(HeapDsl before, Heap after) {
        Heap earlier = Loading.load(before);
        Findings findings = Findings.ofLeak(earlier, after, Task.UNWATCHED);
        Suspects suspects = LeakyHeap.of(earlier, after);
        return BorderGroups.of(findings, suspects, NodeSet.all(after.objectCount()), Task.UNWATCHED);
    }

    @Test
    void equalObjectsUnderOneHolderAreOneRowAndTheSuspectsComeFirst() {
        HeapDsl before = LeakyHeap.process().hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App")
            .hash("other").ofClass("Hash").memsize(40).generation(1).heldBy("App");
        HeapDsl after = before.then().array("big").ofClass("Array").memsize(40).generation(7)
            .allocatedAt("load.rb", 1, "load").heldBy("other");
        for (int i = 0; i < 9; i++) {
            after.string("part" + i, "x").ofClass("String").memsize(40).generation(7).heldBy("big");
        }
        LeakyHeap.leak(after, "item", 300, "leak");
        Heap heap = Loading.load(after);
        BorderGroups.Row first = rows(before, heap).get(0);
        assertEquals(after.identity("leak"), heap.identity(first.holder()));
        assertEquals("300 600 1 app.rb:12", first.objects() + " " + first.keptNew() + " " + first.suspect() + " "
            + heap.sites().place(first.site()));
    }

    @Test
    void whereAGemAllocatedThemTheApplicationsOwnLineIsTheNearestBelow() {
        HeapDsl before = LeakyHeap.process().hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App");
        HeapDsl after = before.then();
        for (int i = 0; i < 50; i++) {
            after.object("sub" + i).ofClass("Item").memsize(40).generation(7)
                .allocatedAt("/usr/lib/gems/bus-1.0/lib/bus.rb", 7, "new").heldBy("leak")
                .object("report" + i).ofClass("App").memsize(40).generation(7).allocatedAt("report.rb", 26, "run")
                .heldBy("sub" + i).string("row" + i, "x").ofClass("String").memsize(40).generation(7)
                .allocatedAt("report.rb", 16, "new").heldBy("report" + i);
        }
        Heap heap = Loading.load(after);
        assertEquals("report.rb:26", heap.sites().place(rows(before, heap).get(0).site()));
        Suspect suspect = LeakyHeap.only(LeakyHeap.of(Loading.load(before), heap));
        assertEquals("report.rb:26", heap.sites().place(suspect.applicationLine().orElseThrow().site(0)));
    }

    @Test
    void anOldObjectThatGrewAndHoldsNothingNewIsARowWithItsHolder() {
        HeapDsl before = LeakyHeap.process().object("log").ofClass("App").memsize(40).heldBy("App")
            .string("text", "x").ofClass("String").memsize(100).allocatedAt("log.rb", 3, "new").heldBy("log")
            .hash("full").ofClass("Hash").memsize(40).heldBy("App");
        HeapDsl after = before.then().change("text").memsize(90_100).change("full").memsize(1_040);
        LeakyHeap.leak(after, "item", 4, "full");
        Heap heap = Loading.load(after);
        List<BorderGroups.Row> rows = rows(before, heap);
        BorderGroups.Row first = rows.get(0);
        assertEquals(after.identity("log"), heap.identity(first.holder()));
        assertEquals("1 90000 0 1 log.rb:3", first.objects() + " " + first.grown() + " " + first.keptNew() + " "
            + first.suspect() + " " + heap.sites().place(first.site()));
        assertEquals(1, rows.stream().filter(row -> row.grown() > 0).count(), "what holds new ones is told as holder");
    }

    @Test
    void aHiddenTableStandsForWhatItHoldsBelowTheObjectThatHasIt() {
        HeapDsl before = LeakyHeap.process().data("queue", "queue").ofClass("App").memsize(40).heldBy("App")
            .array("old table").memsize(40).heldBy("queue");
        HeapDsl after = before.then().array("table").memsize(4_000).heldBy("old table");
        LeakyHeap.leak(after, "item", 50, "table");
        Heap heap = Loading.load(after);
        BorderGroups.Row row = rows(before, heap).get(0);
        assertEquals(after.identity("queue"), heap.identity(row.holder()));
        assertEquals("Item 50 app.rb:12", heap.className(row.example()) + " " + row.objects() + " "
            + heap.sites().place(row.site()));
    }

    @Test
    void aClassIsNamedAsTheHolderRatherThanCodeThatHoldsTheSame() {
        HeapDsl before = LeakyHeap.process();
        HeapDsl after = before.then();
        LeakyHeap.leak(after, "item", 50, "iseq", "App");
        Heap heap = Loading.load(after);
        assertEquals(after.identity("App"), heap.identity(rows(before, heap).get(0).holder()));
    }

    @Test
    void codeThatIsCompiledUnderEverNewNamesIsOneRow() {
        HeapDsl before = LeakyHeap.process();
        HeapDsl after = before.then();
        for (int i = 0; i < 30; i++) {
            after.imemo("code" + i, "iseq").memsize(500).generation(7).allocatedAt("page" + i + ".erb", 1, "render")
                .heldBy("App").imemo("cache" + i, "callcache").memsize(40).generation(7)
                .allocatedAt("page" + i + ".erb", 2, "render").heldBy("App");
        }
        Heap heap = Loading.load(after);
        assertEquals(List.of("iseq 30", "callcache 30"), rows(before, heap).stream().limit(2)
            .map(row -> heap.name(row.example()) + " " + row.objects()).collect(Collectors.toList()));
    }

    @Test
    void whereALibraryMadeAllThatCameTheLineOfItsKeysIsTold() {
        HeapDsl before = LeakyHeap.process().hash("pool").ofClass("Hash").memsize(40).generation(1).heldBy("App");
        HeapDsl after = before.then();
        for (int i = 0; i < 40; i++) {
            after.object("client" + i).ofClass("Item").memsize(400).generation(7)
                .allocatedAt("/usr/lib/ruby/3.1.0/net/http.rb", 655, "new").heldBy("pool")
                .array("key" + i).ofClass("Array").memsize(40).generation(7).allocatedAt("gateway.rb", 22, "client")
                .heldBy("pool");
        }
        Heap heap = Loading.load(after);
        BorderGroups.Row first = rows(before, heap).get(0);
        assertEquals("Item gateway.rb:22", heap.className(first.example()) + " " + heap.sites().place(first.site()));
    }

    @Test
    void ofALongPathTheEndIsTold() {
        HeapDsl before = HeapDsl.heap().root("vm", "link0");
        for (int i = 0; i < 50; i++) {
            before.object("link" + i).generation(1);
            if (i > 0) {
                before.change("link" + (i - 1)).refers("link" + i);
            }
        }
        Heap heap = Loading.load(before.then().object("new").generation(9).heldBy("link49"));
        BorderGroups groups = groups(before, heap);
        BorderGroups.Row row = groups.rows().get(0);
        assertEquals(List.of(before.identity("link48"), before.identity("link49")),
            Arrays.stream(groups.path(row, 2)).mapToObj(heap::identity).collect(Collectors.toList()));
        assertEquals("vm", heap.identity(groups.path(row, 1000)[0]));
    }
}
