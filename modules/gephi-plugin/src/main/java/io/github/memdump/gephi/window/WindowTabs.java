package io.github.memdump.gephi.window;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Insets;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
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
        button.setMargin(new Insets(2, 1, 2, 1));
        // FlatLaf's words for a button that looks like a tab; other looks have no use for them.
        button.putClientProperty("JButton.buttonType", "tab");
        // Keys of a look and feel select within a group without a click.
        button.addItemListener(event -> {
            if (event.getStateChange() == ItemEvent.SELECTED) {
                cards.show(contents, title);
            }
        });
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

    /** The buttons, in one row as wide as they like to be, or in two in which they share the width. */
    private static final class Row extends JPanel {
        private static final long serialVersionUID = 1L;
        private int rows = ROWS;

        Row() {
            super(null);
        }

        @Override
        public Dimension getPreferredSize() {
            int height = 0;
            for (Component button : getComponents()) {
                height = Math.max(height, button.getPreferredSize().height);
            }
            return new Dimension(wanted(0, getComponentCount()) / ROWS, rows * height);
        }

        private int wanted(int from, int to) {
            int width = 0;
            for (int i = from; i < to; i++) {
                width += getComponent(i).getPreferredSize().width;
            }
            return width;
        }

        @Override
        public void doLayout() {
            int needed = wanted(0, getComponentCount()) > getWidth() ? ROWS : 1;
            if (needed != rows && getWidth() > 0) {
                rows = needed;
                // The height has changed, and whoever lays out now has asked for it already.
                EventQueue.invokeLater(this::revalidate);
            }
            int inARow = (getComponentCount() + rows - 1) / rows;
            for (int row = 0; row < rows; row++) {
                layOut(row, row * inARow, Math.min(getComponentCount(), (row + 1) * inARow));
            }
        }

        private void layOut(int row, int from, int to) {
            int wanted = Math.max(1, wanted(from, to));
            int height = getPreferredSize().height / rows;
            int x = 0;
            for (int i = from; i < to; i++) {
                int own = getComponent(i).getPreferredSize().width;
                int width = rows == 1 ? own : own * getWidth() / wanted;
                getComponent(i).setBounds(x, row * height, width, height);
                x += width;
            }
        }
    }
}
