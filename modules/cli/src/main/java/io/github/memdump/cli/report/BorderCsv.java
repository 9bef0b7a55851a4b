package io.github.memdump.cli.report;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.export.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The new border as a table, all columns. */
final class BorderCsv {
    private BorderCsv() {
    }

    /** Writes one row per object, in the given order, after a row of column names. */
    static void write(Findings findings, int[] objects, OutputStream target) throws IOException {
        try (CsvWriter csv = new CsvWriter(target)) {
            List<String> names = new ArrayList<>();
            for (Column column : Column.ofFindings()) {
                names.add(column.id());
            }
            csv.record(names);
            for (int object : objects) {
                for (Column column : Column.ofFindings()) {
                    String text = findings.text(column, object);
                    if (column.kind() == Column.Kind.NUMBER) {
                        csv.number(text);
                    } else {
                        csv.field(text);
                    }
                }
                csv.end();
            }
        }
    }
}
