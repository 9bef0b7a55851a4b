package io.github.memdump.gephi.swing;

import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/** Decides which columns of a table there is room for. The first one stays and takes what the others leave. */
final class FittingColumns {
    /** Leaves a table as it is. */
    static final FittingColumns NONE = new FittingColumns(new TableColumn[0], new int[0], new int[0], 0,
        0);
    private final TableColumn[] columns;
    private final int[] widths;
    private final int[] priorities;
    private final double first;
    private final int needed;

    /**
     * Prepares to fit columns.
     *
     * @param columns    all of them, the first one included
     * @param widths     the widths of the others
     * @param priorities the others, numbered from 0, in the order in which they matter
     * @param first      the part of the room that the first column has at least, if it needs that much
     * @param needed     how wide the first column is at most before the others are
     */
    FittingColumns(TableColumn[] columns, int[] widths, int[] priorities, double first, int needed) {
        this.columns = columns.clone();
        this.widths = widths.clone();
        this.priorities = priorities.clone();
        this.first = first;
        this.needed = needed;
    }

    /** Returns the same columns in another order of what matters. */
    FittingColumns preferring(int[] others) {
        return new FittingColumns(columns, widths, others, first, needed);
    }

    /** Returns which columns are shown in the room for those after the first. The one that matters most always is. */
    static boolean[] shown(int[] widths, int[] priorities, double room) {
        boolean[] shown = new boolean[widths.length];
        double left = room;
        for (int column : priorities) {
            boolean isFirst = column == priorities[0];
            if (!isFirst && widths[column] > left) {
                return shown;
            }
            shown[column] = true;
            left -= widths[column];
        }
        return shown;
    }

    /** Shows the columns that there is room for, and shares the room out. */
    void fit(TableColumnModel model, int room) {
        if (columns.length == 0 || room <= 0) {
            return;
        }
        boolean[] shown = shown(widths, priorities, room - Math.min(room * first, needed));
        int left = room;
        int place = 1;
        for (int i = 0; i < shown.length; i++) {
            TableColumn column = columns[i + 1];
            boolean isThere = place < model.getColumnCount() && model.getColumn(place) == column;
            if (shown[i] && !isThere) {
                model.addColumn(column);
                model.moveColumn(model.getColumnCount() - 1, place);
            } else if (!shown[i] && isThere) {
                model.removeColumn(column);
            }
            if (shown[i]) {
                place++;
                left -= widths[i];
                column.setPreferredWidth(widths[i]);
            }
        }
        columns[0].setPreferredWidth(Math.max(0, left));
    }
}
