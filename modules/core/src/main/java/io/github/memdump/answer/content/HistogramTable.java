package io.github.memdump.answer.content;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.array.Saturating;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A histogram as the table {@code rows}: how many objects of each group, how many bytes, and their shares. */
public final class HistogramTable {
    /** What stands for a group without a name, such as objects whose allocation site is not known. */
    static final String UNKNOWN = "(not known)";

    private HistogramTable() {
    }

    /** Returns the table of all rows, of which people see {@code shown} unless they ask for more or fewer. */
    public static AnswerTable<Histogram.Row> of(List<Histogram.Row> rows, Grouping by, int shown) {
        long objects = rows.stream().mapToLong(Histogram.Row::count).sum();
        long bytes = rows.stream().mapToLong(Histogram.Row::memsize).reduce(0, Saturating::sum);
        return AnswerTable.of("rows", rows).showing(shown)
            .column(TableColumn.count("count", Histogram.Row::count).titled("objects"))
            .column(TableColumn.share(Histogram.Row::count, objects).titled("%"))
            .column(TableColumn.bytes("memsize", Histogram.Row::memsize).titled("bytes"))
            .column(TableColumn.share(Histogram.Row::memsize, bytes).titled("%"))
            .column(key(by, Histogram.Row::key)).build();
    }

    /** Returns the column of the names of groups. */
    public static <R> TableColumn<R> key(Grouping by, Function<R, String> key) {
        return TableColumn.text(kind(by), "key", key).titled(by.name().toLowerCase(Locale.ROOT)).orElse(UNKNOWN);
    }

    private static CellKind kind(Grouping by) {
        switch (by) {
            case CLASS:
                return CellKind.CLASS;
            case SITE:
                return CellKind.SITE;
            default:
                return CellKind.TEXT;
        }
    }
}
