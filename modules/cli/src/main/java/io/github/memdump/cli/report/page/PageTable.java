package io.github.memdump.cli.report.page;

import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A table of an answer as the page shows it: numbers carry by what a script sorts them, the first share is a bar in the
 * cell before it, the others are left to the answer. Not thread-safe.
 */
final class PageTable<R> {
    private final AnswerTable<R> table;
    private final List<TableColumn<R>> columns;
    private final Map<String, BiConsumer<Html, R>> contents = new HashMap<>();
    private final Map<String, String> styles = new HashMap<>();
    private final Optional<TableColumn<R>> share;
    private final int barred;

    PageTable(AnswerTable<R> table) {
        this.table = table;
        List<TableColumn<R>> shown = table.columns().stream().filter(TableColumn::isForPeople)
            .collect(Collectors.toList());
        this.share = shown.stream().filter(PageTable::isShare).findFirst();
        this.barred = share.map(shown::indexOf).orElse(0) - 1;
        shown.removeIf(PageTable::isShare);
        this.columns = shown;
    }

    private static boolean isShare(TableColumn<?> column) {
        return column.kind() == CellKind.SHARE;
    }

    /** Shows a column in the place of the one of a title. */
    PageTable<R> instead(String title, TableColumn<R> other) {
        columns.replaceAll(column -> column.title().equals(title) ? other : column);
        return this;
    }

    /** Writes what stands in the cells of a column, of one more if none has the title; numbers are sorted as before. */
    PageTable<R> within(String title, BiConsumer<Html, R> content) {
        if (columns.stream().noneMatch(column -> column.title().equals(title))) {
            columns.add(TableColumn.<R>text(null, row -> "").titled(title));
        }
        contents.put(title, content);
        return this;
    }

    /** Gives the cells of a column of texts a class of the style sheet. */
    PageTable<R> styled(String title, String style) {
        styles.put(title, style);
        return this;
    }

    /** Writes the table, and how many rows it leaves out, if any, and how to get them. */
    void write(Html html, int shown, String what) {
        write(html, shown);
        Parts.more(html, table.total() - shown, what);
    }

    /**
     * Writes the table, the first of its rows to be seen at once, a bounded number of others to be sorted and searched
     * by a script.
     */
    void write(Html html, int shown) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (TableColumn<R> column : columns) {
            html.element("th", column.title(), style(column));
        }
        html.close("tr").close("thead").open("tbody");
        for (int row = 0; row < Math.min(PageParts.rows(shown), table.size()); row++) {
            html.open("tr", row < shown ? new String[0] : new String[] {"hidden", "hidden"});
            for (int column = 0; column < columns.size(); column++) {
                cell(html, column, table.row(row));
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private void cell(Html html, int index, R row) {
        TableColumn<R> column = columns.get(index);
        boolean isBarred = index == barred;
        Object cell = column.cell(row);
        List<String> attributes = new ArrayList<>(List.of(style(column)));
        if (isBarred) {
            attributes.set(1, "number share");
        } else if (styles.containsKey(column.title())) {
            attributes.addAll(List.of("class", styles.get(column.title())));
        }
        if (cell instanceof Number) {
            attributes.addAll(List.of("data-v", order(((Number) cell).doubleValue())));
        } else if (column.kind().isNumber() && !column.absent().isEmpty()) {
            // Words among numbers stand below all of them.
            attributes.addAll(List.of("data-v", "-1"));
        }
        html.open("td", attributes.toArray(String[]::new));
        contents.getOrDefault(column.title(), (to, of) -> to.text(Figures.cell(column, cell))).accept(html, row);
        if (isBarred) {
            bar(html, share.orElseThrow().cell(row));
        }
        html.close("td");
    }

    private static String[] style(TableColumn<?> column) {
        return column.kind().isNumber() ? new String[] {"class", "number"} : new String[0];
    }

    private static String order(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Writes a bar as long as a share, which can be seen wherever there is anything at all. */
    private static void bar(Html html, Object share) {
        double part = share instanceof Double ? (Double) share : 0;
        html.open("svg", "class", "track", "xmlns", "http://www.w3.org/2000/svg", "aria-hidden", "true");
        html.empty("rect", "width", String.format(Locale.ROOT, "%.1f%%",
            part > 0 ? Math.max(1, Math.min(100, 100 * part)) : 0), "height", "100%").close("svg");
    }
}
