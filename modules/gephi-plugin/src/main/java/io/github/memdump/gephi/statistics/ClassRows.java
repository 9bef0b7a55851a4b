package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many items of each class have a figure, and the highest of these. */
final class ClassRows {
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
