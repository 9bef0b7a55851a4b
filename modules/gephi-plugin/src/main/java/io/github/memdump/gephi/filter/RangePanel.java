package io.github.memdump.gephi.filter;

import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.OptionalLong;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.openide.util.Lookup;

/** Asks for the ends of a range, beside the distribution of the figures. For the event thread. */
final class RangePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient RangeOfFigures filter;
    private final JTextField from = new JTextField(6);
    private final JTextField to = new JTextField(6);
    private final JLabel kept = new JLabel(" ");
    private final PowerBars bars;

    RangePanel(RangeOfFigures filter) {
        super(new BorderLayout());
        this.filter = filter;
        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
        String column = filter.column(graph).map(found -> found.id()).orElse("");
        bars = new PowerBars(filter.figures(graph).toArray(), this::take);
        FilterPanel parts = new FilterPanel();
        parts.with(new JLabel(column.isEmpty()
            ? HeapFilter.text("RangePanel.none." + filter.getClass().getSimpleName())
            : HeapFilter.text("RangePanel.column", column, bars.figureCount())));
        parts.with(bars);
        JPanel ends = new JPanel();
        ends.setLayout(new BoxLayout(ends, BoxLayout.LINE_AXIS));
        ends.add(new JLabel(HeapFilter.text("RangePanel.from")));
        ends.add(from);
        ends.add(new JLabel(HeapFilter.text("RangePanel.to")));
        ends.add(to);
        parts.with(ends);
        parts.with(kept);
        parts.box(filter.property("others"), HeapFilter.text("RangePanel.others"));
        add(parts, BorderLayout.CENTER);
        setOpaque(false);
        from.setName("memdump.filter.from");
        to.setName("memdump.filter.to");
        to.setToolTipText(HeapFilter.text("RangePanel.to.hint"));
        for (JTextField field : new JTextField[] {from, to}) {
            field.addActionListener(event -> takeTyped());
            field.addFocusListener(new FocusAdapter() {
                @Override
                public void focusLost(FocusEvent event) {
                    takeTyped();
                }
            });
        }
        showRange();
    }

    private void takeTyped() {
        OptionalLong least = FigureText.number(from.getText(), 0);
        OptionalLong largest = FigureText.number(to.getText(), RangeOfFigures.NO_END);
        if (least.isPresent() && largest.isPresent()) {
            take(least.getAsLong(), largest.getAsLong());
        } else {
            showRange();
        }
    }

    private void take(long least, long largest) {
        if (least != filter.getFrom()) {
            filter.property("from").setValue(least);
        }
        if (largest != filter.getTo()) {
            filter.property("to").setValue(largest);
        }
        show(least, largest);
    }

    private void showRange() {
        show(filter.getFrom(), filter.getTo());
    }

    private void show(long least, long largest) {
        from.setText(FigureText.of(least));
        to.setText(largest == RangeOfFigures.NO_END ? "" : FigureText.of(largest));
        bars.show(least, largest);
        kept.setText(HeapFilter.text("RangePanel.kept", bars.between(least, largest), bars.figureCount()));
    }
}
