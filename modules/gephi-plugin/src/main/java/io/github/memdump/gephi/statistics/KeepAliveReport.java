package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.workspace.EquivalentCommand;
import io.github.memdump.gephi.workspace.WorkspaceHeap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/** The statistic's report: what was counted on what, how it is distributed, who leads, and how to repeat it. */
final class KeepAliveReport {
    private static final int TOP = 20;

    private final KeepAliveCounts counts;
    private final Optional<WorkspaceHeap> heap;
    private final String note;
    private final StringBuilder html = new StringBuilder();

    /**
     * @param heap what it was counted on; nothing for the visible graph
     * @param note what else the reader must know, may be empty
     */
    KeepAliveReport(KeepAliveCounts counts, Optional<WorkspaceHeap> heap, String note) {
        this.counts = counts;
        this.heap = heap;
        this.note = note.trim();
    }

    /** Returns the report in the HTML that Gephi's report window shows. */
    String html() {
        html.append("<html><body><h1>").append(text("KeepAliveCount")).append("</h1>");
        paragraph(text("KeepAliveReport.definition"));
        paragraph(text("KeepAliveReport.definition.new"));
        html.append("<h2>").append(text("KeepAliveReport.parameters")).append("</h2>");
        paragraph(heap.map(known -> text("KeepAliveReport.onHeap", known.recipe().title()))
            .orElse(text("KeepAliveReport.onGraph")));
        paragraph(text("KeepAliveReport.counted", counts.nodes().length));
        if (!note.isEmpty()) {
            html.append("<p><b>").append(escaped(note)).append("</b></p>");
        }
        distribution();
        top();
        heap.flatMap(known -> EquivalentCommand.of(known.recipe())).ifPresent(command ->
            html.append("<h2>").append(text("KeepAliveReport.command")).append("</h2><p><code>")
                .append(escaped(command)).append("</code></p>"));
        return html.append("</body></html>").toString();
    }

    private void distribution() {
        String counted = counts.comparesDumps() ? Column.KEEPALIVE_NEW_COUNT.id() : Column.KEEPALIVE_COUNT.id();
        Distribution distribution = Distribution.of(counts.nodes().length, counts::leading);
        if (distribution.size() > 0) {
            html.append("<h2>").append(text("KeepAliveReport.distribution", counted)).append("</h2>");
            DistributionChart.drawn(distribution, counted).ifPresent(file ->
                html.append("<img src=\"").append(file.toUri()).append("\" width=\"640\" height=\"360\">"));
        }
    }

    private void top() {
        Integer[] places = new Integer[counts.nodes().length];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, Comparator.<Integer>comparingInt(counts::leading).thenComparingInt(counts::all).reversed()
            .thenComparing(place -> String.valueOf(counts.nodes()[place].getId())));
        html.append("<h2>").append(text("KeepAliveReport.top", Math.min(TOP, places.length)))
            .append("</h2><table border=\"0\" cellpadding=\"3\"><tr>");
        for (Column column : new Column[] {
            Column.OBJECT, Column.CLASS, Column.KEEPALIVE_NEW_COUNT, Column.KEEPALIVE_COUNT}) {
            html.append("<th align=\"left\">").append(column.id()).append("</th>");
        }
        html.append("</tr>");
        for (int i = 0; i < Math.min(TOP, places.length); i++) {
            row(places[i]);
        }
        html.append("</table>");
    }

    private void row(int place) {
        Node node = counts.nodes()[place];
        Object className = node.getTable().hasColumn(Column.CLASS.id()) ? node.getAttribute(Column.CLASS.id())
            : node.getLabel();
        int inNew = counts.inNew(place);
        html.append("<tr><td><code>").append(escaped(String.valueOf(node.getId()))).append("</code></td><td>")
            .append(className == null ? "" : escaped(className.toString())).append("</td><td align=\"right\">")
            .append(inNew == KeepAliveCounts.NOT_COUNTED ? "" : String.format("%,d", inNew))
            .append("</td><td align=\"right\">").append(String.format("%,d", counts.all(place))).append("</td></tr>");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>");
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(KeepAliveReport.class, key, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
