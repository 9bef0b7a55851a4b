package io.github.memdump.answer.content;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.graph.NodeSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is new between two dumps. */
public final class DiffAnswer {
    private static final int SHOWN = 30;

    private DiffAnswer() {
    }

    /** Begins an answer about two dumps and, if some are selected, about these of the new objects, in groups. */
    public static Answer.Builder begin(HeapDiff diff, Optional<NodeSet> selected, Grouping by) {
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
            .table(GrownTables.objects(diff)).table(GrownTables.groups(diff, by));
    }

    private static AnswerTable<Histogram.Row> rows(HeapDiff diff, NodeSet objects, Grouping by) {
        List<Histogram.Row> rows = Histogram.of(diff.after(), by, objects).rows();
        return HistogramTable.of(rows, by, SHOWN);
    }
}
