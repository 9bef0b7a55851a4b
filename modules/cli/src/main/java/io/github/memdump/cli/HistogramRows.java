package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.array.Saturating;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A histogram as JSON and as a table. */
final class HistogramRows {
    private HistogramRows() {
    }

    /** Writes the field {@code rows} into the current object. */
    static void writeTo(JsonGenerator json, List<Histogram.Row> rows) throws IOException {
        json.writeArrayFieldStart("rows");
        for (Histogram.Row row : rows) {
            json.writeStartObject();
            json.writeStringField("key", row.key());
            json.writeNumberField("count", row.count());
            json.writeNumberField("memsize", row.memsize());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Returns a table of the first rows, and a line that says how many there are besides. */
    static String text(List<Histogram.Row> rows, Grouping by, int most) {
        long objects = rows.stream().mapToLong(Histogram.Row::count).sum();
        long bytes = rows.stream().mapToLong(Histogram.Row::memsize).reduce(0, Saturating::sum);
        TextTable table = new TextTable().numbers("objects").numbers("%").numbers("bytes").numbers("%")
            .text(by.name().toLowerCase(Locale.ROOT));
        for (Histogram.Row row : rows.subList(0, Math.min(most, rows.size()))) {
            table.row(Figures.count(row.count()), Figures.share(row.count(), objects), Figures.bytes(row.memsize()),
                Figures.share(row.memsize(), bytes), row.key().isEmpty() ? "(not known)" : row.key());
        }
        return table + omitted(rows.size(), most);
    }

    /** Returns the line that says how many rows are not shown, empty if all are. */
    static String omitted(int rows, int shown) {
        return shown >= rows ? "" : "… and " + Figures.count(rows - (long) shown) + " more (--top all shows them)\n";
    }
}
