package io.github.memdump.gephi.window.histogram;

import io.github.memdump.gephi.swing.HeapTable;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.event.RowSorterEvent;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.JTableHeader;

/** The histogram on the screen. */
final class HistogramGrid extends HeapTable {
    private static final long serialVersionUID = 1L;
    /** Which figures stay longest where there is little room, after the one that the rows are sorted by. */
    private static final List<Figure> PRIORITIES =
        List.of(Figure.BYTES, Figure.OBJECTS, Figure.RETAINED, Figure.MORE_BYTES, Figure.MORE_OBJECTS);
    /** The part of the room that the names have at least: the window opens narrow on a small screen. */
    private static final double NAMES = 0.3;

    private transient HistogramSorter sorter;

    HistogramGrid(Runnable chosen) {
        super(new DefaultTableModel(), chosen);
    }

    /** Shows another histogram. */
    void show(HistogramSorter shown) {
        sorter = shown;
        HistogramTableModel model = shown.getModel();
        setRowSorter(null);
        setModel(model);
        setRowSorter(shown);
        List<Figure> figures = model.rows().figures();
        getColumnModel().getColumn(0).setCellRenderer(new KeyRenderer(model.rows().grouping()));
        for (int i = 0; i < figures.size(); i++) {
            getColumnModel().getColumn(i + 1).setCellRenderer(new FigureRenderer(figures.get(i)));
        }
        String[] widest = figures.stream().map(figure -> widest(model.rows(), figure)).toArray(String[]::new);
        setFigures(widest, priorities(), NAMES);
    }

    /** The figure that the rows are sorted by is shown in any case. */
    private int[] priorities() {
        List<Figure> figures = sorter.getModel().rows().figures();
        return Stream.concat(sorter.order().figure().stream(), PRIORITIES.stream()).distinct()
            .filter(figures::contains).mapToInt(figures::indexOf).toArray();
    }

    @Override
    public void sorterChanged(RowSorterEvent event) {
        super.sorterChanged(event);
        if (sorter != null && event.getType() == RowSorterEvent.Type.SORT_ORDER_CHANGED) {
            setPriorities(priorities());
        }
    }

    /** Shows nothing. */
    void clear() {
        sorter = null;
        setRowSorter(null);
        setModel(new DefaultTableModel());
    }

    /** Counts are as wide as those that are there; bytes, whose unit differs, as wide as they can be. */
    private static String widest(GroupRows rows, Figure figure) {
        String heading = figure.title() + "  ";
        if (figure.isBytes()) {
            return wider(heading, figure.isChange() ? "+1023.9 MiB" : "1023.9 MiB");
        }
        LongSummaryStatistics range =
            IntStream.range(0, rows.count()).mapToLong(row -> rows.value(figure, row)).summaryStatistics();
        return rows.count() == 0 ? heading
            : wider(heading, wider(figure.format(range.getMin()), figure.format(range.getMax())));
    }

    private static String wider(String one, String other) {
        return one.length() < other.length() ? other : one;
    }

    /** Returns the keys of the chosen rows. */
    List<String> chosenKeys() {
        return sorter == null ? List.of() : Arrays.stream(getSelectedRows()).map(sorter::convertRowIndexToModel)
            .mapToObj(sorter.getModel().rows()::key).collect(Collectors.toList());
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        if (sorter == null || row < 0) {
            return null;
        }
        GroupRows rows = sorter.getModel().rows();
        int of = sorter.convertRowIndexToModel(row);
        StringBuilder text = new StringBuilder("<html><b>").append(KeyRenderer.name(rows.grouping(), rows.key(of))
            .replace("&", "&amp;").replace("<", "&lt;")).append("</b><table cellpadding=0 cellspacing=2>");
        for (Figure figure : rows.figures()) {
            text.append("<tr><td>").append(figure.title()).append("&nbsp;&nbsp;</td><td align=right>")
                .append(figure.exact(rows.value(figure, of))).append("</td></tr>");
        }
        return text.append("</table></html>").toString();
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new JTableHeader(columnModel) {
            private static final long serialVersionUID = 1L;

            @Override
            public String getToolTipText(MouseEvent event) {
                int column = columnAtPoint(event.getPoint());
                int of = column < 0 || sorter == null ? 0 : convertColumnIndexToModel(column);
                return of > 0 ? sorter.getModel().figure(of).meaning() : super.getToolTipText(event);
            }
        };
    }
}
