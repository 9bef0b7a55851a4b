package io.github.memdump.answer.content;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.view.ObjectNames;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is new between two dumps. */
public final class DiffAnswer {
    private static final int SHOWN = 30;

    private DiffAnswer() {
    }

    /**
     * Begins an answer about two dumps and, if some are selected, about these of the new objects, in groups.
     *
     * @param held by what the objects are held that {@link #grown} returns
     */
    public static Answer.Builder begin(HeapDiff diff, Optional<NodeSet> selected, Grouping by, HeldObjects held) {
        Answer.Builder answer = PairAnswer.begin(diff)
            .fact("before_objects", diff.before().objectCount()).fact("after_objects", diff.after().objectCount())
            .fact("new_objects", diff.newObjects().size())
            .fact("gone_objects", diff.isPartial() ? TableColumn.ABSENT : diff.goneObjects())
            .fact("reused_addresses", diff.reusedAddresses())
            .fact("new_without_generation", diff.newWithoutGeneration())
            .fact("compared_by_address", diff.comparedByAddress())
            .fact("identity", diff.byGeneration() ? "generation" : "address")
            .fact("new_memsize", diff.newMemsize()).facts(OwnWords.facts(diff))
            .fact("grown_objects", diff.grownObjects().size()).fact("grown_memsize", diff.grownMemsize())
            .fact("by", by.name().toLowerCase(Locale.ROOT));
        selected.ifPresent(objects -> answer.fact("selected", objects.size()));
        answer.fact("same", diff.isSame());
        if (diff.isSame()) {
            answer.detail("The two dumps are the same: nothing came and nothing went.");
        } else {
            answer.detailIf(!diff.grownObjects().isEmpty(), Figures.count(diff.grownObjects().size(), "old object")
                + " became larger, by " + Figures.bytes(diff.grownMemsize()) + " together");
            answer.detail(Figures.count(diff.reusedAddresses())
                + " of the new objects are at an address that held another object before");
            PairAnswer.identity(answer, diff);
            selected.ifPresent(objects -> answer.detail("selected: " + Figures.count(objects.size(), "new object")));
        }
        AnswerTable<Histogram.Row> all = rows(diff, selected.orElse(diff.newObjects()), by);
        // Machines see what the dump itself made, people only if they ask for it.
        if (selected.isPresent()) {
            return answer.table(all);
        }
        return answer.table(all.forMachinesAlone()).table(rows(diff, diff.newOfProgram(), by).forPeopleAlone())
            .table(GrownTables.objects(diff, held)).table(GrownTables.groups(diff, by));
    }

    /** Returns the old objects that became larger, what grew most first. */
    public static int[] grown(HeapDiff diff) {
        return IntStream.of(diff.grownObjects().toArray()).boxed()
            .sorted(Comparator.comparingLong((Integer object) -> -diff.growth(object)).thenComparing(o -> o))
            .mapToInt(object -> object).toArray();
    }

    private static AnswerTable<Histogram.Row> rows(HeapDiff diff, NodeSet objects, Grouping by) {
        List<Histogram.Row> rows = Histogram.of(diff.after(), by, objects).rows();
        return HistogramTable.of(rows, by, SHOWN);
    }

    /** Old objects that became larger between two dumps, and their groups. */
    private static final class GrownTables {
        private static final int SHOWN = 5;

        private GrownTables() {
        }

        /** Returns the objects, what grew most first. */
        static AnswerTable<Integer> objects(HeapDiff diff, HeldObjects held) {
            Heap heap = diff.after();
            ObjectNames names = new ObjectNames(heap);
            return AnswerTable.ofObjects("grown", grown(diff)).showing(SHOWN).titled("Old objects that became larger")
                .column(TableColumn.<Integer>bytes("grown_memsize", diff::growth).titled("by"))
                .column(TableColumn.<Integer>bytes("memsize_before",
                    object -> heap.memsize(object) - diff.growth(object)).titled("before"))
                .column(TableColumn.<Integer>bytes("memsize", heap::memsize).titled("now"))
                .column(TableColumn.text("type", heap::typeName))
                .column(TableColumn.text(CellKind.CLASS, "class", heap::className))
                .column(TableColumn.<Integer>text(CellKind.CLASS, null, names::of).titled("what"))
                .columns(NameWords.columns(held, heap, object -> object))
                .column(TableColumn.<Integer>text(CellKind.OBJECT, "object", heap::identity).titled("object"))
                .column(TableColumn.<Integer>text(CellKind.SITE, "site",
                    object -> heap.sites().place(heap.site(object)))
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
}
