package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.text.XmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openide.util.NbBundle;

/** The report of a statistic in the HTML 3.2 that Gephi's report window shows. For one thread. */
final class ReportPage {
    private static final int TOP = 20;
    private static final String NUMBER = "[\\d,.\\u00a0\\u202f+]*";

    private final StringBuilder html = new StringBuilder();

    ReportPage(String title) {
        // Gephi shows what stands in a head as text.
        html.append("<html><body bgcolor=\"#ffffff\" text=\"#222222\"><h1>").append(escaped(title)).append("</h1>");
    }

    /** Adds a sentence or more. */
    ReportPage paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>");
        return this;
    }

    /** Adds a warning. */
    ReportPage note(String text) {
        html.append("<p><b>").append(escaped(text)).append("</b></p>");
        return this;
    }

    /** Adds everything that was computed. */
    ReportPage computed(Computed computed) {
        computed.notes().forEach(this::note);
        heading(text("ReportPage.counted"));
        html.append("<p>");
        computed.facts().forEach(fact -> html.append(escaped(fact)).append("<br>"));
        html.append("</p>");
        computed.distribution().filter(chart -> chart.size() > 0).ifPresent(chart -> chart(computed, chart));
        // A table of its own stands below the chart of the same name.
        computed.table().ifPresentOrElse(this::rows, () -> table(top(computed)));
        computed.byClass().ifPresent(this::table);
        computed.command().ifPresent(command -> {
            heading(text("ReportPage.command"));
            html.append("<p><code>").append(escaped(command)).append("</code></p>");
        });
        return this;
    }

    private void heading(String title) {
        html.append("<h2>").append(escaped(title)).append("</h2>");
    }

    private void chart(Computed computed, BinCounts distribution) {
        String counted = computed.table().map(ReportTable::title).orElse(computed.leading().id());
        heading(computed.table().isPresent() ? counted : text("ReportPage.distribution", counted));
        // Gephi finds the image when it saves a project by the capitals and by the end tag.
        DistributionChart.drawn(distribution, counted).ifPresent(file ->
            html.append("<p><IMG SRC=\"").append(file.toUri()).append("\" WIDTH=\"").append(DistributionChart.WIDTH)
                .append("\" HEIGHT=\"").append(DistributionChart.HEIGHT).append("\"></IMG></p>"));
    }

    private ReportTable top(Computed computed) {
        ItemFigures figures = computed.ranked();
        List<Integer> items = TopItems.of(figures, computed.columns(), TOP);
        List<Column> columns = new ArrayList<>(List.of(Column.OBJECT, Column.CLASS));
        columns.addAll(computed.columns());
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.id()));
        ReportTable table = new ReportTable(text("ReportPage.top", items.size(), computed.leading().id()), names);
        for (int item : items) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cell(figures, column, item)));
            table.row(cells);
        }
        return table;
    }

    private static String cell(ItemFigures figures, Column column, int item) {
        if (column.kind() == Column.Kind.TEXT) {
            return figures.text(column, item);
        }
        long number = figures.number(column, item);
        return number == Findings.ABSENT ? "" : String.format("%,d", number);
    }

    private void table(ReportTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        heading(table.title());
        rows(table);
    }

    private void rows(ReportTable table) {
        html.append("<table border=\"0\" cellpadding=\"3\" cellspacing=\"0\"><tr bgcolor=\"#e9ecef\">");
        table.names().forEach(name -> html.append("<th align=\"left\">").append(escaped(name)).append("</th>"));
        html.append("</tr>");
        int shade = 0;
        for (List<String> row : table.rows()) {
            html.append(shade++ % 2 == 0 ? "<tr>" : "<tr bgcolor=\"#f6f7f8\">");
            row.forEach(this::cell);
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private void cell(String text) {
        html.append(text.matches(NUMBER) ? "<td align=\"right\">" : "<td>").append(escaped(text)).append("</td>");
    }

    /** Returns the whole page. */
    String html() {
        return html + "</body></html>";
    }

    /** Colons too are escaped: Gephi takes what follows "file:" in a saved report for the name of an image. */
    private static String escaped(String text) {
        return XmlText.escaped(text).replace("file:", "file&#58;");
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ReportPage.class, key, values);
    }

    /** The items with the highest figures. */
    private static final class TopItems {
        private TopItems() {
        }

        /**
         * Returns so many items at most, by the first column of numbers, then the others, the highest first, then by
         * name; those without a figure in the first are left out. Linear but for a sort of what is returned.
         */
        static List<Integer> of(ItemFigures figures, List<Column> columns, int most) {
            List<Column> numbers = columns.stream().filter(column -> column.kind() == Column.Kind.NUMBER)
                .collect(Collectors.toList());
            Comparator<Integer> lowFirst = (left, right) -> {
                for (Column column : numbers) {
                    int order = Long.compare(figures.number(column, left), figures.number(column, right));
                    if (order != 0) {
                        return order;
                    }
                }
                return figures.text(Column.OBJECT, right).compareTo(figures.text(Column.OBJECT, left));
            };
            PriorityQueue<Integer> best = new PriorityQueue<>(lowFirst);
            for (int item = 0; item < figures.size(); item++) {
                if (figures.number(numbers.get(0), item) == Findings.ABSENT) {
                    continue;
                }
                if (best.size() < most) {
                    best.add(item);
                } else if (lowFirst.compare(item, best.peek()) > 0) {
                    best.poll();
                    best.add(item);
                }
            }
            return Stream.generate(best::poll).limit(best.size()).sorted(lowFirst.reversed())
                .collect(Collectors.toList());
        }
    }
}
