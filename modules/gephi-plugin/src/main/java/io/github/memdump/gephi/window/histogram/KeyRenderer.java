package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.swing.HeapTable;
import io.github.memdump.gephi.swing.ShortText;
import java.awt.Component;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.openide.util.NbBundle;

/** Shows the key of a group. Where it does not fit, the end of a path or a class says more than its beginning. */
final class KeyRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 5;

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
        int room = table.getColumnModel().getColumn(column).getWidth() - 2 * MARGIN;
        setText(ShortText.of(name, getFontMetrics(getFont())::stringWidth, room));
        return this;
    }
}
