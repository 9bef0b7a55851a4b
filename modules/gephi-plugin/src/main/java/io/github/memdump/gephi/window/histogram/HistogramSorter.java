package io.github.memdump.gephi.window.histogram;

import io.github.memdump.array.Saturating;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.RowSorter;
import javax.swing.SortOrder;

/**
 * Sorts and filters a histogram by the order of its rows in a primitive array, which is computed elsewhere: whoever
 * made the sorter is told of each order that is wanted, and hands it over when it is there.
 */
final class HistogramSorter extends RowSorter<HistogramTableModel> {
    private static final int HIDDEN = -1;

    private final HistogramTableModel model;
    private final Consumer<RowOrder> wanted;
    private int[] rows = {};
    private int[] places;
    private RowOrder order;

    HistogramSorter(HistogramTableModel model, RowOrder order, Consumer<RowOrder> wanted) {
        this.model = model;
        this.order = order;
        this.wanted = wanted;
        this.places = new int[model.getRowCount()];
        Arrays.fill(places, HIDDEN);
    }

    /** Returns the order that is wanted. */
    RowOrder order() {
        return order;
    }

    /** Shows these rows in this order. */
    void arrange(int[] arranged) {
        int[] before = rows;
        rows = arranged.clone();
        places = new int[model.getRowCount()];
        Arrays.fill(places, HIDDEN);
        for (int place = 0; place < rows.length; place++) {
            places[rows[place]] = place;
        }
        fireRowSorterChanged(before);
    }

    /** Returns the sum of a figure over the rows that are shown. */
    long total(Figure figure) {
        return Arrays.stream(rows).mapToLong(row -> model.rows().value(figure, row))
            .reduce(0, Saturating::sum);
    }

    @Override
    public HistogramTableModel getModel() {
        return model;
    }

    /** The first click on a heading shows the most of a figure, or the first of the keys; the next turns it round. */
    @Override
    public void toggleSortOrder(int column) {
        boolean same = column == column();
        boolean ascending = same ? !order.isAscending() : column == 0;
        want(column == 0 ? RowOrder.byKey(ascending) : RowOrder.by(model.figure(column), ascending));
    }

    private void want(RowOrder next) {
        order = next;
        fireSortOrderChanged();
        wanted.accept(order);
    }

    private int column() {
        return order.figure().map(figure -> model.rows().figures().indexOf(figure) + 1).orElse(0);
    }

    @Override
    public int convertRowIndexToModel(int index) {
        return rows[index];
    }

    @Override
    public int convertRowIndexToView(int index) {
        return places[index];
    }

    @Override
    public void setSortKeys(List<? extends SortKey> keys) {
        if (!keys.isEmpty()) {
            int column = keys.get(0).getColumn();
            boolean ascending = keys.get(0).getSortOrder() == SortOrder.ASCENDING;
            want(column == 0 ? RowOrder.byKey(ascending) : RowOrder.by(model.figure(column), ascending));
        }
    }

    @Override
    public List<? extends SortKey> getSortKeys() {
        return List.of(new SortKey(column(), order.isAscending() ? SortOrder.ASCENDING : SortOrder.DESCENDING));
    }

    @Override
    public int getViewRowCount() {
        return rows.length;
    }

    @Override
    public int getModelRowCount() {
        return model.getRowCount();
    }

    @Override
    public void modelStructureChanged() {
        throw notChanging();
    }

    @Override
    public void allRowsChanged() {
        throw notChanging();
    }

    @Override
    public void rowsInserted(int first, int last) {
        throw notChanging();
    }

    @Override
    public void rowsDeleted(int first, int last) {
        throw notChanging();
    }

    @Override
    public void rowsUpdated(int first, int last) {
        throw notChanging();
    }

    @Override
    public void rowsUpdated(int first, int last, int column) {
        throw notChanging();
    }

    private static UnsupportedOperationException notChanging() {
        return new UnsupportedOperationException("A histogram does not change; another one has another model.");
    }
}
