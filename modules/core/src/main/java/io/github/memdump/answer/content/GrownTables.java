package io.github.memdump.answer.content;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Old objects that became larger between two dumps, and their groups. */
final class GrownTables {
    private static final int SHOWN = 5;

    private GrownTables() {
    }

    /** Returns the objects, what grew most first. */
    static AnswerTable<Integer> objects(HeapDiff diff) {
        Heap heap = diff.after();
        ObjectNames names = new ObjectNames(heap);
        int[] grown = IntStream.of(diff.grownObjects().toArray()).boxed()
            .sorted(Comparator.comparingLong((Integer object) -> -diff.growth(object)).thenComparing(o -> o))
            .mapToInt(object -> object).toArray();
        return AnswerTable.ofObjects("grown", grown).showing(SHOWN).titled("Old objects that became larger")
            .column(TableColumn.<Integer>bytes("grown_memsize", diff::growth).titled("by"))
            .column(TableColumn.<Integer>bytes("memsize_before",
                object -> heap.memsize(object) - diff.growth(object)).titled("before"))
            .column(TableColumn.<Integer>bytes("memsize", heap::memsize).titled("now"))
            .column(TableColumn.text("type", heap::typeName))
            .column(TableColumn.text(CellKind.CLASS, "class", heap::className))
            .column(TableColumn.<Integer>text(CellKind.CLASS, null, names::of).titled("what"))
            .column(TableColumn.<Integer>text(CellKind.OBJECT, "object", heap::identity).titled("object"))
            .column(TableColumn.<Integer>text(CellKind.SITE, "site", object -> heap.sites().place(heap.site(object)))
                .titled("allocated at")).build();
    }

    /** Returns their groups for machines: how many objects, and by how many bytes they grew. */
    static AnswerTable<Histogram.Row> groups(HeapDiff diff, Grouping by) {
        return AnswerTable.of("grown_rows", Histogram.ofGrowth(diff, by).rows())
            .column(TableColumn.count("count", Histogram.Row::count))
            .column(TableColumn.bytes("grown_memsize", Histogram.Row::memsize))
            .column(TableColumn.text("key", Histogram.Row::key)).build();
    }
}
