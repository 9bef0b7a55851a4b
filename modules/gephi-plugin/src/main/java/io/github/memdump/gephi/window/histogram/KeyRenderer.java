package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.window.HeapTable;
import java.awt.Component;
import java.awt.FontMetrics;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.openide.util.NbBundle;

/** Shows the key of a group. Of a path that does not fit its end is shown, which says more than its beginning. */
final class KeyRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 5;
    private static final String CUT = "\u2026";

    private final Grouping grouping;

    KeyRenderer(Grouping grouping) {
        this.grouping = grouping;
    }

    /** Returns the name of a group for people. */
    static String name(Grouping grouping, String key) {
        return key.isEmpty() ? NbBundle.getMessage(KeyRenderer.class,
            "Grouping." + grouping.name().toLowerCase(Locale.ROOT) + ".unknown") : key;
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused,
            int row, int column) {
        String key = String.valueOf(value);
        String name = name(grouping, key);
        super.getTableCellRendererComponent(table, name, selected, false, row, column);
        setBorder(BorderFactory.createEmptyBorder(0, MARGIN, 0, MARGIN));
        if (!selected) {
            setForeground(key.isEmpty() ? HeapTable.faint() : table.getForeground());
        }
        if (grouping == Grouping.SITE || grouping == Grouping.FILE) {
            int room = table.getColumnModel().getColumn(column).getWidth() - 2 * MARGIN;
            setText(end(name, getFontMetrics(getFont()), room));
        }
        return this;
    }

    /** Returns as much of the end of a text as there is room for. */
    static String end(String text, FontMetrics metrics, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int most = text.length();
        int from = 0;
        while (from < most) {
            int middle = (from + most) / 2;
            if (metrics.stringWidth(CUT + text.substring(middle)) <= room) {
                most = middle;
            } else {
                from = middle + 1;
            }
        }
        return CUT + text.substring(from);
    }
}
