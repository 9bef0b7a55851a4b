package io.github.memdump.gephi.graph;

import io.github.memdump.view.Step;
import java.awt.Component;
import java.awt.FlowLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.Icon;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import org.gephi.tools.spi.Tool;
import org.gephi.tools.spi.ToolUI;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle;

/** How the tool looks, and what a click with it shows: references, referrers or what is dominated. */
final class ExpandToolUI implements ToolUI {
    private static final Step.Kind[] KINDS = {
        Step.Kind.EXPAND_REFERENCES, Step.Kind.EXPAND_REFERRERS, Step.Kind.EXPAND_DOMINATED, Step.Kind.ADD_PATHS};
    private static final int BEHIND_GEPHIS_OWN = 190;

    private volatile Step.Kind kind = KINDS[0];

    /** Returns what a click does. */
    Step.Kind kind() {
        return kind;
    }

    @Override
    public JPanel getPropertiesBar(Tool tool) {
        JPanel bar = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
        bar.setOpaque(false);
        JComboBox<Step.Kind> kinds = new JComboBox<>(KINDS);
        kinds.setSelectedItem(kind);
        kinds.setName("memdump.expand");
        kinds.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected,
                boolean focused) {
                return super.getListCellRendererComponent(list, text("Step." + value), index, selected, focused);
            }
        });
        kinds.addActionListener(event -> kind = (Step.Kind) kinds.getSelectedItem());
        JLabel label = new JLabel(text("ExpandTool.bar"));
        label.setLabelFor(kinds);
        bar.add(label);
        bar.add(kinds);
        return bar;
    }

    @Override
    public Icon getIcon() {
        return ImageUtilities.loadImageIcon("io/github/memdump/gephi/graph/expand.png", false);
    }

    @Override
    public String getName() {
        return text("ExpandTool");
    }

    @Override
    public String getDescription() {
        return text("ExpandTool.hint");
    }

    @Override
    public int getPosition() {
        return BEHIND_GEPHIS_OWN;
    }

    private static String text(String key) {
        return NbBundle.getMessage(ExpandToolUI.class, key);
    }
}
