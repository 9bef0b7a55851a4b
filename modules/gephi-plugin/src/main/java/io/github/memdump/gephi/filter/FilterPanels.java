package io.github.memdump.gephi.filter;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.view.SubjectText;
import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import org.gephi.filters.spi.FilterProperty;

/** The panels of the filters that ask for few things. */
final class FilterPanels {
    private static final Integer[] DEPTHS = {ReachableFilter.ANY_DEPTH, 1, 2, 3, 4, 5, 6, 8, 10};

    private FilterPanels() {
    }

    static JPanel ofClass(ClassFilter filter) {
        return new FilterPanel().text(filter.property("pattern"), ClassNamePattern::problem,
            HeapFilter.text("FilterPanels.class"));
    }

    static JPanel ofNewObjects(NewObjectsFilter filter) {
        return new FilterPanel().box(filter.property("old"), HeapFilter.text("FilterPanels.old"));
    }

    static JPanel ofBorder(BorderFilter filter) {
        return new FilterPanel().labelled(HeapFilter.text("FilterPanels.side"),
            chosen(new JComboBox<>(BorderSide.values()), filter.property("side")));
    }

    static JPanel ofReachable(ReachableFilter filter) {
        JComboBox<Integer> depth = new JComboBox<>(DEPTHS);
        depth.setRenderer(new DepthRenderer());
        return selection(filter).labelled(HeapFilter.text("FilterPanels.depth"),
            chosen(depth, filter.property("depth")));
    }

    static JPanel ofKeptAlive(KeptAliveFilter filter) {
        return selection(filter).box(filter.property("insideNew"), HeapFilter.text("FilterPanels.insideNew"));
    }

    static JPanel ofDominated(DominatedFilter filter) {
        return selection(filter);
    }

    private static FilterPanel selection(SelectionFilter filter) {
        FilterProperty text = filter.property("selection");
        return HeapTies.current().isPresent()
            ? new FilterPanel().text(text, SubjectText::problem, HeapFilter.text("FilterPanels.selection"))
            : new FilterPanel().text(text, ClassNamePattern::problem, HeapFilter.text("FilterPanels.onGraph"));
    }

    private static <T> JComboBox<T> chosen(JComboBox<T> box, FilterProperty property) {
        box.setName("memdump.filter." + property.getName());
        box.setSelectedItem(property.getValue());
        box.addActionListener(event -> property.setValue(box.getSelectedItem()));
        return box;
    }

    /** Shows a depth in words where it is none. */
    private static final class DepthRenderer extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean isSelected,
            boolean hasFocus) {
            Object shown = Integer.valueOf(ReachableFilter.ANY_DEPTH).equals(value)
                ? HeapFilter.text("DepthRenderer.any") : value;
            return super.getListCellRendererComponent(list, shown, index, isSelected, hasFocus);
        }
    }
}
