package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
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
