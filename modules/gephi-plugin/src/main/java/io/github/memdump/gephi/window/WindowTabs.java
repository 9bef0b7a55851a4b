package io.github.memdump.gephi.window;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Insets;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/**
 * The tabs of the Memdump window: in one row, or, where these would be cut off, in two, each always in its place. The
 * arrow keys go from one to the next. For the event thread.
 */
final class WindowTabs extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 2;

    private final CardLayout cards = new CardLayout();
    private final JPanel contents = new JPanel(cards);
    private final Row row = new Row();
    private final ButtonGroup group = new ButtonGroup();
    private final List<JToggleButton> buttons = new ArrayList<>();
    private final List<Component> tabs = new ArrayList<>();

    WindowTabs() {
        super(new BorderLayout());
        add(row, BorderLayout.NORTH);
        add(contents, BorderLayout.CENTER);
    }

    /** Adds a tab behind the others; the first one is selected. */
    void addTab(String title, Component content) {
        JToggleButton button = new JToggleButton(title, tabs.isEmpty());
        int place = buttons.size();
        button.setName("memdump.tab");
        button.setMargin(new Insets(2, 2, 2, 2));
        // FlatLaf's words for a button that looks like a tab; other looks have no use for them.
        button.putClientProperty("JButton.buttonType", "tab");
        button.addActionListener(event -> cards.show(contents, title));
        go(button, "LEFT", place - 1);
        go(button, "RIGHT", place + 1);
        buttons.add(button);
        tabs.add(content);
        group.add(button);
        row.add(button);
        contents.add(content, title);
    }

    private void go(JToggleButton from, String key, int place) {
        from.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
        from.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                if (place >= 0 && place < buttons.size()) {
                    buttons.get(place).doClick();
                    buttons.get(place).requestFocusInWindow();
                }
            }
        });
    }

    /** Turns to a tab by its content. */
    void select(Component content) {
        buttons.get(tabs.indexOf(content)).doClick();
    }

    /** The buttons, in one row or two. */
    private static final class Row extends JPanel {
        private static final long serialVersionUID = 1L;
        private boolean isNarrow;

        Row() {
            super(new FlowLayout(FlowLayout.LEADING, 0, 0));
        }

        @Override
        public void doLayout() {
            int needed = getInsets().left + getInsets().right;
            for (Component button : getComponents()) {
                needed += button.getPreferredSize().width;
            }
            boolean narrow = needed > getWidth();
            if (narrow != isNarrow && getWidth() > 0) {
                isNarrow = narrow;
                setLayout(narrow ? new GridLayout(ROWS, 0) : new FlowLayout(FlowLayout.LEADING, 0, 0));
                // The height has changed, and whoever lays out now has asked for it already.
                EventQueue.invokeLater(this::revalidate);
            }
            super.doLayout();
        }
    }
}
