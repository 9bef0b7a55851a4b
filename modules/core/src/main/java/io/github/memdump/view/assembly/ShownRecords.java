package io.github.memdump.view.assembly;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.RecordFacts;
import io.github.memdump.value.Values;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.choice.ViewObjects;
import java.util.List;

/**
 * What the records of the shown objects say that the heap does not keep: columns, and the names of edges. All of it is
 * read from the dump in one pass; without the dump there is none. Immutable.
 */
final class ShownRecords {
    /** The findings with the columns of records. */
    final Findings told;
    /** The edges, with names. */
    final List<ViewEdge> edges;

    private ShownRecords(Findings told, List<ViewEdge> edges) {
        this.told = told;
        this.edges = edges;
    }

    static ShownRecords of(Findings findings, ViewObjects shown, EdgeNames edges, Task task) {
        Heap heap = findings.heap();
        try {
            JointVisit visit = Values.of(heap).jointly();
            RecordFacts facts = RecordFacts.of(visit, shown.objects, Column.facts(Column.ofRecords()));
            ReferenceNames.Asked names = new ReferenceNames.Asked(visit, edges.holders(),
                edges.held(heap.objectCount())::contains);
            visit.run(task);
            return new ShownRecords(findings.and(facts), edges.named(names.answered()));
        } catch (DumpException unreadable) {
            return new ShownRecords(findings, edges.named(ReferenceNames.none(heap)));
        }
    }
}
