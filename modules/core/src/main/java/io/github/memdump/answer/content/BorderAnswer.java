package io.github.memdump.answer.content;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.List;
import java.util.Map;

/** Where the old part of the heap holds on to the new one. */
public final class BorderAnswer {
    private static final int SHOWN = 40;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.MEMSIZE, Column.ROOT_DISTANCE, Column.KEEPALIVE_COUNT, Column.KEEPALIVE_NEW_COUNT,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD);
    private static final Map<Column, String> TITLES = Map.of(Column.KEEPALIVE_NEW_COUNT, "keepalive_new",
        Column.RETAINED_COUNT, "retained", Column.KEEPALIVE_COUNT, "keepalive", Column.ROOT_DISTANCE, "distance");

    private BorderAnswer() {
    }

    /** Begins an answer about findings with a border, of whose objects some are listed. */
    public static Answer.Builder begin(Findings findings, int[] rows) {
        HeapDiff diff = findings.diff().orElseThrow();
        Border border = findings.border().orElseThrow();
        Answer.Builder answer = PairAnswer.begin(diff).fact("new_objects", diff.newObjects().size())
            .fact("old_border", border.oldBorder().size()).fact("new_border", border.newBorder().size())
            .fact("edges_across", border.edgesAcross());
        if (diff.isSame()) {
            BarrierWords.list(answer, findings.stops());
            return answer.detail("The two dumps are the same: nothing is new, so there is no border.")
                .table(table(findings, rows));
        }
        answer.detail("border: " + Figures.count(border.oldBorder().size(), "old object") + " hold "
            + Figures.count(border.newBorder().size(), "new object") + " by "
            + Figures.count(border.edgesAcross(), "reference"));
        BarrierWords.say(answer, findings.stops());
        PairAnswer.identity(answer, diff);
        return answer.table(table(findings, rows));
    }

    private static AnswerTable<Integer> table(Findings findings, int[] rows) {
        return AnswerTable.ofObjects("rows", rows).showing(SHOWN)
            .columns(ObjectColumns.of(findings, COLUMNS))
            .columns(ObjectColumns.titled(findings, TITLES, Column.KEEPALIVE_NEW_COUNT, Column.RETAINED_COUNT,
                Column.RETAINED_SIZE, Column.KEEPALIVE_COUNT, Column.ROOT_DISTANCE))
            .column(TableColumn.<Integer>text(CellKind.CLASS, null, object -> className(findings, object))
                .titled("class"))
            .column(ObjectColumns.of(findings, Column.OBJECT).forPeople("object"))
            .column(ObjectColumns.site(findings)).build();
    }

    private static String className(Findings findings, int object) {
        return findings.text(Column.CLASS, object) + findings.diff().orElseThrow().own().kind(object)
            .map(kind -> " (the dump's own " + kind.word() + ")").orElse("");
    }
}
