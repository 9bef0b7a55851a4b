package io.github.memdump.gephi.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of a report: a title, names of columns, and rows of text. For one thread. */
final class ReportTable {
    private final String title;
    private final List<String> names;
    private final List<List<String>> rows = new ArrayList<>();

    ReportTable(String title, List<String> names) {
        this.title = title;
        this.names = List.copyOf(names);
    }

    /** Adds a row with as many cells as there are columns. */
    ReportTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    String title() {
        return title;
    }

    List<String> names() {
        return names;
    }

    List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }
}
