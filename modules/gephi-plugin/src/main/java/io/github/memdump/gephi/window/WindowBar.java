package io.github.memdump.gephi.window;

import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JToolBar;

/** The toolbar of the Memdump window: two columns of buttons, or, where these would be cut off, a row of icons. */
final class WindowBar extends JToolBar {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 2;

    private final transient Map<JButton, String> names = new LinkedHashMap<>();
    private boolean isNarrow;

    WindowBar(JButton... buttons) {
        setFloatable(false);
        setLayout(new GridLayout(0, COLUMNS));
        for (JButton button : buttons) {
            names.put(button, button.getText());
            button.getAccessibleContext().setAccessibleName(button.getText());
            add(button);
        }
    }

    @Override
    public void doLayout() {
        boolean narrow = COLUMNS * widest() > getWidth() - getInsets().left - getInsets().right;
        if (narrow != isNarrow && getWidth() > 0) {
            isNarrow = narrow;
            names.forEach((button, name) -> {
                int letter = button.getDisplayedMnemonicIndex();
                button.setText(narrow ? "" : name);
                button.setDisplayedMnemonicIndex(narrow ? -1 : letter);
                button.setHorizontalAlignment(narrow ? JButton.CENTER : JButton.LEADING);
            });
            setLayout(narrow ? new GridLayout(1, 0) : new GridLayout(0, COLUMNS));
            revalidate();
        }
        super.doLayout();
    }

    /** Returns the width of the widest button with its name, whether it shows that now or not. */
    private int widest() {
        int widest = 0;
        for (Map.Entry<JButton, String> button : names.entrySet()) {
            int bare = button.getKey().getPreferredSize().width - width(button.getKey(), button.getKey().getText());
            widest = Math.max(widest, bare + width(button.getKey(), button.getValue()));
        }
        return widest;
    }

    private static int width(JButton button, String text) {
        return button.getFontMetrics(button.getFont()).stringWidth(text);
    }
}
