package io.github.memdump.answer.render;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerRenderer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.Paragraph;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An answer as text for a terminal: paragraphs, tables with their columns in line, the next step, a blank line between
 * them. Names from a dump are made safe to print. Not thread-safe.
 */
public final class TextRenderer implements AnswerRenderer {
    private static final int LABEL = 9;
    private static final int WIDEST_LABEL = 24;

    private final OptionalInt top;
    private final StringBuilder text;
    /** Whether what comes next stands right below what is there. */
    private boolean isBelowHeading = true;

    private TextRenderer(OptionalInt top, StringBuilder text) {
        this.top = top;
        this.text = text;
    }

    /**
     * Returns an answer as text, every line ended.
     *
     * @param top how many rows of each table; if empty, as many as each table shows by itself
     */
    public static String text(Answer answer, OptionalInt top) throws IOException {
        TextRenderer renderer = new TextRenderer(top, new StringBuilder());
        answer.show(renderer);
        return renderer.text.toString();
    }

    @Override
    public void fact(String field, Object value) {
        // For machines.
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        begin();
        if (!paragraph.lead().isEmpty()) {
            line(paragraph.lead());
        }
        int width = paragraph.details().stream().mapToInt(detail -> detail.label().length()).max().orElse(0);
        String labelled = "  %-" + Math.max(LABEL, Math.min(WIDEST_LABEL, width)) + "s %s";
        for (Paragraph.Detail detail : paragraph.details()) {
            line(paragraph.isLabelled() ? String.format(labelled, detail.label(), detail.words())
                : "  " + detail.words());
        }
    }

    @Override
    public void table(AnswerTable<?> table) {
        if (table.isForPeople()) {
            begin();
            if (!table.title().isEmpty()) {
                line(table.title());
            }
            rows(table);
            if (!table.note().isEmpty()) {
                text.append('\n');
                line(table.note());
            }
        }
    }

    private <R> void rows(AnswerTable<R> table) {
        List<TableColumn<R>> columns = table.columns().stream().filter(TableColumn::isForPeople)
            .collect(Collectors.toList());
        TextTable lines = new TextTable();
        for (TableColumn<R> column : columns) {
            if (column.kind().isNumber()) {
                lines.numbers(column.title());
            } else {
                lines.text(column.title());
            }
        }
        int next = 0;
        for (int index : table.forPeople(top).toArray()) {
            if (index > next) {
                lines.gap("… " + Figures.count(index - next) + " more (all in --json)");
            }
            next = index + 1;
            R row = table.row(index);
            String indent = table.indent(index);
            String[] cells = new String[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                TableColumn<R> column = columns.get(i);
                cells[i] = Figures.cell(column, column.cell(row));
                if (!column.kind().isNumber()) {
                    cells[i] = indent + cells[i];
                    indent = "";
                }
            }
            lines.row(cells);
        }
        text.append(lines);
        if (next < table.total() && table.hasOmissions()) {
            line("… and " + Figures.count(table.total() - next) + " more (--top all shows them)");
        }
    }

    @Override
    public void section(String field, String title, Answer inner) throws IOException {
        if (!title.isEmpty()) {
            begin();
            line(title);
            isBelowHeading = true;
        }
        inner.show(this);
    }

    @Override
    public void sections(String field, List<Answer> inner) throws IOException {
        for (Answer answer : inner) {
            answer.show(this);
        }
    }

    @Override
    public void next(String command, String purpose) {
        begin();
        line("Next: " + command + (command.isEmpty() || purpose.isEmpty() ? "" : " ") + purpose + ".");
    }

    private void begin() {
        if (!isBelowHeading) {
            text.append('\n');
        }
        isBelowHeading = false;
    }

    private void line(String words) {
        text.append(Printable.of(words)).append('\n');
    }
}
