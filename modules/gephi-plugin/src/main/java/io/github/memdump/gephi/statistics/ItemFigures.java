package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;

/** Figures of some items, objects of a heap or nodes of a graph, numbered from 0. Immutable, thread-safe. */
interface ItemFigures {
    /** Returns the number of items. */
    int size();

    /** Returns the number in a column of an item, {@link Findings#ABSENT} where the column does not apply. */
    long number(Column column, int item);

    /** Returns the text in a column of an item, empty where it does not apply. */
    String text(Column column, int item);
}
