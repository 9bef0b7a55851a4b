package io.github.memdump.answer.render;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerRenderer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Paragraph;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.export.CsvWriter;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The first table of an answer as CSV: a header of field names and a record a row, exact numbers. Not thread-safe. */
public final class CsvRenderer implements AnswerRenderer {
    private final CsvWriter csv;
    private final int top;
    private boolean isDone;

    private CsvRenderer(CsvWriter csv, int top) {
        this.csv = csv;
        this.top = top;
    }

    /**
     * Writes the first table that machines see, and flushes.
     *
     * @param top how many rows; if empty, all
     */
    public static void write(Answer answer, OptionalInt top, CsvWriter csv) throws IOException {
        answer.show(new CsvRenderer(csv, top.orElse(Integer.MAX_VALUE)));
        csv.flush();
    }

    @Override
    public void fact(String field, Object value) {
        // Has no row to stand in.
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        // Has no row to stand in.
    }

    @Override
    public void table(AnswerTable<?> table) throws IOException {
        if (!isDone && !table.field().isEmpty()) {
            isDone = true;
            rows(table);
        }
    }

    private <R> void rows(AnswerTable<R> table) throws IOException {
        List<TableColumn<R>> columns = table.columns().stream().filter(column -> column.isForMachines()
            && column.kind() != CellKind.INNER).collect(Collectors.toList());
        for (TableColumn<R> column : columns) {
            csv.field(column.field());
        }
        csv.end();
        int count = Math.min(top, table.size());
        for (int index = 0; index < count; index++) {
            R row = table.row(index);
            for (TableColumn<R> column : columns) {
                Object cell = column.cell(row);
                if (cell instanceof Number) {
                    csv.number(cell.toString());
                } else if (column.kind() == CellKind.NAME) {
                    csv.names(text(cell));
                } else {
                    csv.field(text(cell));
                }
            }
            csv.end();
        }
    }

    private static String text(Object cell) {
        if (TableColumn.isAbsent(cell)) {
            return "";
        }
        if (cell instanceof List) {
            return ((List<?>) cell).stream().map(Object::toString).collect(Collectors.joining("|"));
        }
        return cell.toString();
    }

    @Override
    public void section(String field, String title, Answer inner) {
        // A table inside has columns of its own.
    }

    @Override
    public void sections(String field, List<Answer> inner) {
        // As above.
    }

    @Override
    public void next(String command, String purpose) {
        // Has no row to stand in.
    }
}
