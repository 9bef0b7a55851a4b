package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.swing.Typing;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openide.util.NbBundle;

/** By what objects are grouped, and what is searched for among the groups. */
final class HistogramBar extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;
    private static final Grouping[] GROUPINGS = {Grouping.CLASS, Grouping.KIND, Grouping.SITE, Grouping.GEM,
        Grouping.GENERATION, Grouping.TYPE, Grouping.FILE};

    private final JComboBox<Grouping> groupings = new JComboBox<>(GROUPINGS);
    private final JTextField search = new JTextField();
    private boolean isNarrow;

    HistogramBar(Consumer<Grouping> regroup, Runnable searched) {
        super(new BorderLayout(GAP, GAP));
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        groupings.setName("memdump.grouping");
        groupings.setToolTipText(text("grouping.hint"));
        groupings.getAccessibleContext().setAccessibleName(text("grouping"));
        groupings.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected,
                    boolean focused) {
                return super.getListCellRendererComponent(list, text("Grouping."
                    + ((Grouping) value).name().toLowerCase(Locale.ROOT)), index, selected, focused);
            }
        });
        groupings.addActionListener(event -> regroup.accept((Grouping) groupings.getSelectedItem()));
        search.setName("memdump.search");
        // FlatLaf's hint in an empty field; other looks leave it out.
        search.putClientProperty("JTextField.placeholderText", text("search.empty"));
        search.putClientProperty("JTextField.showClearButton", Boolean.TRUE);
        search.getAccessibleContext().setAccessibleName(text("search"));
        search.getDocument().addDocumentListener(new Typing(searched));
        tell(Optional.empty());
        arrange();
    }

    /** One row, or two where both do not fit into one. */
    private void arrange() {
        removeAll();
        add(groupings, isNarrow ? BorderLayout.NORTH : BorderLayout.LINE_START);
        add(search, BorderLayout.CENTER);
    }

    @Override
    public void doLayout() {
        boolean narrow = getWidth() < 2 * groupings.getPreferredSize().width + 2 * GAP;
        if (narrow != isNarrow && getWidth() > 0) {
            isNarrow = narrow;
            arrange();
            // The height has changed, and whoever lays out now has asked for it already.
            EventQueue.invokeLater(this::revalidate);
        }
        super.doLayout();
    }

    /** Returns what is searched for. */
    String typed() {
        return search.getText();
    }

    /** Tells what is wrong with what is searched for, or that nothing is. */
    void tell(Optional<String> problem) {
        search.putClientProperty("JComponent.outline", problem.isPresent() ? "error" : null);
        search.setToolTipText(problem.map(wrong -> text("search.wrong", wrong)).orElse(text("search.hint")));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(HistogramBar.class, key, values);
    }
}
