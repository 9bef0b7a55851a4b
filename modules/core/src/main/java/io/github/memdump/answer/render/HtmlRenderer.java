package io.github.memdump.answer.render;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerRenderer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.Paragraph;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.text.XmlText;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An answer as a piece of HTML: paragraphs, tables and sections, everything from the dump escaped. Cells carry the kind
 * of their column as a class, numbers the class {@code number}. Not thread-safe.
 */
public final class HtmlRenderer implements AnswerRenderer {
    private final StringBuilder html = new StringBuilder();
    private final int level;

    private HtmlRenderer(int level) {
        this.level = level;
    }

    /**
     * Returns an answer as HTML.
     *
     * @param level of the headings of its sections, 1 to 6
     */
    public static String html(Answer answer, int level) throws IOException {
        HtmlRenderer renderer = new HtmlRenderer(level);
        answer.show(renderer);
        return renderer.html.toString();
    }

    @Override
    public void fact(String field, Object value) {
        // For machines.
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        if (!paragraph.lead().isEmpty()) {
            html.append("<p>").append(XmlText.escaped(paragraph.lead())).append("</p>\n");
        }
        if (!paragraph.details().isEmpty()) {
            details(paragraph);
        }
    }

    private void details(Paragraph paragraph) {
        boolean isLabelled = paragraph.isLabelled();
        html.append(isLabelled ? "<dl>" : "<ul>");
        for (Paragraph.Detail detail : paragraph.details()) {
            if (!detail.label().isEmpty()) {
                html.append("<dt>").append(XmlText.escaped(detail.label())).append("</dt>");
            }
            html.append(isLabelled ? "<dd>" : "<li>").append(XmlText.escaped(detail.words()))
                .append(isLabelled ? "</dd>" : "</li>");
        }
        html.append(isLabelled ? "</dl>\n" : "</ul>\n");
    }

    @Override
    public void table(AnswerTable<?> table) {
        if (table.isForPeople()) {
            html.append("<table>");
            if (!table.title().isEmpty()) {
                html.append("<caption>").append(XmlText.escaped(table.title())).append("</caption>");
            }
            rows(table);
            html.append("</table>\n");
            if (!table.note().isEmpty()) {
                html.append("<p class=\"note\">").append(XmlText.escaped(table.note())).append("</p>\n");
            }
        }
    }

    private <R> void rows(AnswerTable<R> table) {
        List<TableColumn<R>> columns = table.columns().stream().filter(TableColumn::isForPeople)
            .collect(Collectors.toList());
        html.append("<thead><tr>");
        columns.forEach(column -> html.append("<th").append(style(column)).append('>')
            .append(XmlText.escaped(column.title())).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        int next = 0;
        for (int index : table.forPeople(OptionalInt.empty()).toArray()) {
            if (index > next) {
                gap(columns.size(), Figures.count(index - next));
            }
            next = index + 1;
            R row = table.row(index);
            String indent = table.indent(index);
            html.append("<tr>");
            for (TableColumn<R> column : columns) {
                boolean isFirstText = !column.kind().isNumber();
                html.append("<td").append(style(column)).append('>')
                    .append(XmlText.escaped((isFirstText ? indent : "") + Figures.cell(column, column.cell(row))))
                    .append("</td>");
                indent = isFirstText ? "" : indent;
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>");
        if (next < table.total() && table.hasOmissions()) {
            html.append("<tfoot>");
            gap(columns.size(), Figures.count(table.total() - next));
            html.append("</tfoot>");
        }
    }

    private void gap(int columns, String leftOut) {
        html.append("<tr><td colspan=\"").append(columns).append("\">… and ").append(leftOut)
            .append(" more</td></tr>");
    }

    @Override
    public void section(String field, String title, Answer inner) throws IOException {
        HtmlRenderer within = new HtmlRenderer(Math.min(6, title.isEmpty() ? level : level + 1));
        inner.show(within);
        if (!title.isEmpty()) {
            html.append("<h").append(level).append('>').append(XmlText.escaped(title)).append("</h").append(level)
                .append(">\n");
        }
        html.append(within.html);
    }

    @Override
    public void sections(String field, List<Answer> inner) throws IOException {
        for (Answer answer : inner) {
            section("", "", answer);
        }
    }

    @Override
    public void next(String command, String purpose) {
        html.append("<p class=\"next\">Next: ");
        if (!command.isEmpty()) {
            html.append("<code>").append(XmlText.escaped(command)).append("</code> ");
        }
        html.append(XmlText.escaped(purpose)).append(".</p>\n");
    }

    private static String style(TableColumn<?> column) {
        return column.kind().isNumber() ? " class=\"number\"" : "";
    }
}
