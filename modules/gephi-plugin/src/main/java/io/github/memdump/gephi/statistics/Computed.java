package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gephi.graph.api.Node;

/** What a statistic has computed: what is written to columns, and what its report tells. For one thread. */
final class Computed {
    private final ItemFigures ranked;
    private final List<Column> columns;
    private final List<String> facts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Node[] nodes = {};
    private ItemFigures written;
    private BinCounts distribution;
    private String command = "";
    private long result = Findings.ABSENT;
    private ReportTable table;
    private boolean groupsByClass;

    private Computed(ItemFigures ranked, List<Column> columns) {
        this.ranked = ranked;
        this.columns = List.copyOf(columns);
    }

    /**
     * Begins with the figures that the report ranks.
     *
     * @param columns the columns computed; the report ranks by the first of them that is one of numbers
     */
    static Computed of(ItemFigures ranked, List<Column> columns) {
        return new Computed(ranked, columns);
    }

    /** Says which nodes get which figures: the item of a node is its place. */
    Computed writing(Node[] targets, ItemFigures figures) {
        nodes = targets;
        written = figures;
        return this;
    }

    /** Adds a sentence about what was computed and how. */
    Computed fact(String sentence) {
        facts.add(sentence);
        return this;
    }

    /** Adds a sentence that should make one careful. */
    Computed note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** Sets what the chart shows. */
    Computed chart(BinCounts shown) {
        distribution = shown;
        return this;
    }

    /** Sets the one figure that stands for all: the highest that leads, unless set. */
    Computed result(long figure) {
        result = figure;
        return this;
    }

    /** Sets the command that computes the same in a terminal. */
    Computed command(String words) {
        command = words;
        return this;
    }

    /** Sets a table that stands in the place of the ranked figures. */
    Computed table(ReportTable rows) {
        table = rows;
        return this;
    }

    /** Adds a table of the highest figures by class. */
    Computed groupedByClass() {
        groupsByClass = true;
        return this;
    }

    ItemFigures ranked() {
        return ranked;
    }

    List<Column> columns() {
        return columns;
    }

    /** Returns the column that the items are ranked by. */
    Column leading() {
        return columns.stream().filter(column -> column.kind() == Column.Kind.NUMBER).findFirst().orElseThrow();
    }

    Node[] nodes() {
        return nodes;
    }

    ItemFigures written() {
        return written;
    }

    List<String> facts() {
        return facts;
    }

    List<String> notes() {
        return notes;
    }

    Optional<BinCounts> distribution() {
        return Optional.ofNullable(distribution);
    }

    Optional<String> command() {
        return command.isEmpty() ? Optional.empty() : Optional.of(command);
    }

    Optional<ReportTable> table() {
        return Optional.ofNullable(table);
    }

    Optional<ReportTable> byClass() {
        return groupsByClass ? Optional.of(ClassRows.of(ranked, leading())) : Optional.empty();
    }

    /** Returns the one figure that stands for all; {@link Findings#ABSENT} where nothing was counted. */
    long result() {
        long highest = result;
        for (int item = 0; result == Findings.ABSENT && item < ranked.size(); item++) {
            highest = Math.max(highest, ranked.number(leading(), item));
        }
        return highest;
    }

    /** How many items of each class have a figure, and the highest of these. */
    private static final class ClassRows {
        private static final int TOP = 15;

        private final String name;
        private long items;
        private long highest;

        private ClassRows(String name) {
            this.name = name;
        }

        /** Returns a row for each of the classes with the highest figures; linear time. */
        static ReportTable of(ItemFigures figures, Column column) {
            Map<String, ClassRows> byName = new HashMap<>();
            for (int item = 0; item < figures.size(); item++) {
                long number = figures.number(column, item);
                if (number != Findings.ABSENT) {
                    ClassRows row = byName.computeIfAbsent(figures.text(Column.CLASS, item), ClassRows::new);
                    row.items++;
                    row.highest = Math.max(row.highest, number);
                }
            }
            List<ClassRows> rows = new ArrayList<>(byName.values());
            rows.sort(Comparator.<ClassRows>comparingLong(row -> row.highest).thenComparing(row -> row.items).reversed()
                .thenComparing(row -> row.name));
            ReportTable table = new ReportTable(HeapStatistic.text("ClassRows.title"), List.of(Column.CLASS.id(),
                HeapStatistic.text("DistributionChart.objects"), HeapStatistic.text("ClassRows.highest", column.id())));
            rows.stream().limit(TOP).forEach(row -> table.row(List.of(row.name, String.format("%,d", row.items),
                String.format("%,d", row.highest))));
            return table;
        }
    }
}
