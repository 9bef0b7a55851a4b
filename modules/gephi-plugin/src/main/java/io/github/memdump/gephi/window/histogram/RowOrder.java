package io.github.memdump.gephi.window.histogram;

import io.github.memdump.array.KeyOrder;
import java.util.Optional;

/** Which rows of a histogram are shown, and in which order. Immutable. */
final class RowOrder {
    private final Optional<Figure> figure;
    private final boolean ascending;

    private RowOrder(Optional<Figure> figure, boolean ascending) {
        this.figure = figure;
        this.ascending = ascending;
    }

    /** Returns the order of a figure. */
    static RowOrder by(Figure figure, boolean ascending) {
        return new RowOrder(Optional.of(figure), ascending);
    }

    /** Returns the order of the keys. */
    static RowOrder byKey(boolean ascending) {
        return new RowOrder(Optional.empty(), ascending);
    }

    /** Returns the order in which a histogram opens: what grew most first, else what retains most. */
    static RowOrder usual(GroupRows rows) {
        return by(rows.figures().contains(Figure.MORE_BYTES) ? Figure.MORE_BYTES : Figure.RETAINED, false);
    }

    /** Returns what the rows are sorted by, nothing for the key. */
    Optional<Figure> figure() {
        return figure;
    }

    /** Returns whether the least comes first. */
    boolean isAscending() {
        return ascending;
    }

    /** Returns the rows that a search finds, in this order; n log n time and 12 bytes a row. */
    int[] of(GroupRows rows, RowSearch search) {
        int[] found = new int[rows.count()];
        int count = 0;
        for (int row = 0; row < found.length; row++) {
            if (search.accepts(rows.key(row))) {
                found[count++] = row;
            }
        }
        int sign = ascending ? 1 : -1;
        int[] order = KeyOrder.ascending(count, place -> sign * key(rows, found[place]));
        for (int i = 0; i < order.length; i++) {
            order[i] = found[order[i]];
        }
        return order;
    }

    private long key(GroupRows rows, int row) {
        return figure.isPresent() ? rows.value(figure.get(), row) : rows.rank(row);
    }
}
