package io.github.memdump.gephi.filter;

import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

/** Shows a depth in words where it is none. */
final class DepthRenderer extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean isSelected,
        boolean hasFocus) {
        Object shown = Integer.valueOf(ReachableFilter.ANY_DEPTH).equals(value) ? HeapFilter.text("DepthRenderer.any")
            : value;
        return super.getListCellRendererComponent(list, shown, index, isSelected, hasFocus);
    }
}
