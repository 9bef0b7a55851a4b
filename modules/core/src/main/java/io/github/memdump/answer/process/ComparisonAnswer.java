package io.github.memdump.answer.process;

import io.github.memdump.analysis.process.Comparison;
import io.github.memdump.analysis.process.Population;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.List;

/** What different processes have more of than others, and that this is no growth. Immutable, thread-safe. */
public final class ComparisonAnswer {
    private static final int SHOWN = 30;
    /** So many processes have a column each. */
    private static final int COLUMNS = 4;
    private static final String NO_GROWTH = "This is no growth: the dumps are taken for different processes, and no"
        + " object of one is looked for in another. What one has more of may be its work of the moment, its age or its"
        + " share of the requests.";

    private final Comparison comparison;
    private final List<Population> processes;

    /** Prepares to speak of a comparison. */
    public ComparisonAnswer(Comparison comparison) {
        this.comparison = comparison;
        this.processes = comparison.processes();
    }

    /** Begins the answer. */
    public Answer.Builder begin() {
        return Answer.builder().table(processes())
            .say(Figures.count(comparison.rows().size()) + " classes and lines"
                + " of which the processes do not have the same.")
            .detail(NO_GROWTH).fact("is_growth", false).fact("note", NO_GROWTH).table(rows());
    }

    private AnswerTable<Integer> processes() {
        return AnswerTable.<Integer>of("dumps", processes.size(), process -> process).whole()
            .column(TableColumn.<Integer>numbers(CellKind.NUMBER, null, process -> process + 1).titled("process"))
            .column(TableColumn.<Integer>count("objects", process -> processes.get(process).objects())
                .titled("objects"))
            .column(TableColumn.<Integer>bytes("memsize", process -> processes.get(process).memsize())
                .titled("bytes"))
            .column(TableColumn.<Integer>text("dump", process -> processes.get(process).dump()).titled("file"))
            .build();
    }

    private AnswerTable<Comparison.Row> rows() {
        AnswerTable.Builder<Comparison.Row> table = AnswerTable.of("rows", comparison.rows()).showing(SHOWN)
            .column(TableColumn.<Comparison.Row>bytes("difference_size", Comparison.Row::difference)
                .titled("difference"))
            .column(TableColumn.<Comparison.Row>count("difference_count", Comparison.Row::countDifference)
                .titled("objects"));
        for (int process = 0; process < processes.size() && processes.size() <= COLUMNS; process++) {
            int at = process;
            table.column(TableColumn.<Comparison.Row>bytes(null, row -> row.memsizes()[at]).titled("in " + (at + 1)));
        }
        if (processes.size() > COLUMNS) {
            table.column(TableColumn.<Comparison.Row>bytes("above_median", Comparison.Row::aboveMedian)
                .titled("above median"));
        }
        return table.column(TableColumn.numberList("counts", Comparison.Row::counts))
            .column(TableColumn.numberList("memsizes", Comparison.Row::memsizes))
            .column(TableColumn.<Comparison.Row>numbers(CellKind.NUMBER, "most", row -> row.most() + 1)
                .titled("most in"))
            .column(TableColumn.<Comparison.Row>text(CellKind.CLASS, "class", row -> row.kind().className())
                .titled("class"))
            .column(TableColumn.<Comparison.Row>text(CellKind.SITE, "site", row -> row.kind().site())
                .titled("allocated at").orElse("(not known)")).build();
    }
}
