package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.array.Saturating;
import io.github.memdump.cli.option.Ranking;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of a dump. Immutable. */
final class Tables {
    /** Beside the column that ranks. */
    private static final List<Column> BESIDE = List.of(Column.KEEPALIVE_NEW_COUNT, Column.KEEPALIVE_COUNT,
        Column.MEMSIZE);

    private final Dump dump;

    Tables(Dump dump) {
        this.dump = dump;
    }

    Table stats(String by) {
        Grouping grouping = grouping(by);
        List<Histogram.Row> rows = Histogram.of(dump.heap(), grouping, dump.subset().objects()).rows();
        long objects = dump.size();
        long bytes = dump.memsize();
        return Table.of(dump.headline(), () -> new TextTable().numbers("objects").numbers("%").numbers("bytes")
            .numbers("%").text(grouping.name().toLowerCase(Locale.ROOT)), rows.size(), i -> {
                Histogram.Row row = rows.get(i);
                return List.of(Figures.count(row.count()), Figures.share(row.count(), objects),
                    Figures.bytes(row.memsize()), Figures.share(row.memsize(), bytes),
                    row.key().isEmpty() ? "(not known)" : row.key());
            });
    }

    private static Grouping grouping(String by) {
        for (Grouping grouping : Grouping.values()) {
            if (grouping.name().equalsIgnoreCase(by)) {
                return grouping;
            }
        }
        throw new Mistake("stats counts by " + Arrays.stream(Grouping.values())
            .map(grouping -> "\"" + grouping.name().toLowerCase(Locale.ROOT) + "\"")
            .collect(Collectors.joining(", ")) + ", not by \"" + by + "\".");
    }

    Table top(Column column) {
        Findings findings = dump.findings(numeric(column));
        int[] ranked = ranked(findings, column);
        List<Column> columns = new ArrayList<>(List.of(column));
        BESIDE.stream().filter(other -> other != column && isKnown(other, findings)).forEach(columns::add);
        columns.addAll(List.of(Column.CLASS, Column.NAME, Column.OBJECT));
        return rows(findings, columns, ranked, true);
    }

    private static Column numeric(Column column) {
        if (column.kind() != Column.Kind.NUMBER) {
            throw new Mistake("Column " + column.id() + " is text, and only numbers can be ranked.");
        }
        return column;
    }

    private int[] ranked(Findings findings, Column column) {
        int[] objects = Arrays.stream(dump.subset().objects().toArray())
            .filter(object -> findings.number(column, object) != Findings.ABSENT).toArray();
        return Ranking.topByNumber(dump.heap(), objects, object -> findings.number(column, object), objects.length,
            dump.source().task());
    }

    /** Returns whether the findings have a column, or the heap itself does. */
    private static boolean isKnown(Column column, Findings findings) {
        return column == Column.KEEPALIVE_NEW_COUNT ? findings.keepAliveNew().isPresent()
            : Need.of(column).stream().allMatch(need -> need.isMetBy(findings));
    }

    Table numbers(Column column) {
        Findings findings = dump.findings(numeric(column));
        int[] ranked = ranked(findings, column);
        long sum = Arrays.stream(ranked).mapToLong(object -> findings.number(column, object))
            .reduce(0, Saturating::sum);
        return Table.of(Figures.count(ranked.length, "number") + ", in sum " + Figures.count(sum),
            () -> new TextTable().numbers(column.id()), ranked.length,
            i -> List.of(Figures.count(findings.number(column, ranked[i]))));
    }

    Table columns(String names) {
        List<Column> columns = Arrays.stream(names.split(",")).map(dump::column).collect(Collectors.toList());
        Findings findings = new Choice(dump).findings(columns);
        return rows(findings, columns, dump.subset().objects().toArray(), false);
    }

    private Table rows(Findings findings, List<Column> columns, int[] objects, boolean withSites) {
        return Table.of(dump.headline(), () -> {
            TextTable table = new TextTable();
            columns.forEach(column -> {
                if (column.kind() == Column.Kind.NUMBER) {
                    table.numbers(column.id());
                } else {
                    table.text(column.id());
                }
            });
            return withSites ? table.text("allocated at") : table;
        }, objects.length, i -> {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cell(findings, column, objects[i])));
            if (withSites) {
                Heap heap = dump.heap();
                cells.add(heap.sites().place(heap.site(objects[i])));
            }
            return cells;
        });
    }

    private static String cell(Findings findings, Column column, int object) {
        boolean isCount = column.kind() == Column.Kind.NUMBER && column != Column.LINE;
        return isCount && findings.number(column, object) != Findings.ABSENT
            ? Figures.count(findings.number(column, object)) : findings.text(column, object);
    }

    /** Returns the columns that findings have, in their order. */
    List<Column> columnsOf(Findings findings) {
        return Column.ofFindings().stream().filter(column -> column != Column.FIRST_DUMP)
            .filter(column -> isKnown(column, findings)).collect(Collectors.toList());
    }
}
