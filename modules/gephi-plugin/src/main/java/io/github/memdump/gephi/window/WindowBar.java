package io.github.memdump.gephi.window;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JToolBar;

/** The toolbar of the Memdump window: one row of buttons, by names where all of these fit, else by icons. */
final class WindowBar extends JToolBar {
    private static final long serialVersionUID = 1L;

    private final transient Map<JButton, String> names = new LinkedHashMap<>();
    private boolean isNarrow;

    WindowBar(JButton... buttons) {
        setFloatable(false);
        for (JButton button : buttons) {
            names.put(button, button.getText());
            button.getAccessibleContext().setAccessibleName(button.getText());
            add(button);
        }
    }

    @Override
    public void doLayout() {
        boolean narrow = named() > getWidth() - getInsets().left - getInsets().right;
        if (narrow != isNarrow && getWidth() > 0) {
            isNarrow = narrow;
            names.forEach((button, name) -> {
                int letter = button.getDisplayedMnemonicIndex();
                button.setText(narrow ? "" : name);
                button.setDisplayedMnemonicIndex(narrow ? -1 : letter);
            });
        }
        super.doLayout();
    }

    /** Returns the width of all buttons with their names, whether they show them now or not. */
    private int named() {
        int width = 0;
        for (Map.Entry<JButton, String> button : names.entrySet()) {
            int bare = button.getKey().getPreferredSize().width - width(button.getKey(), button.getKey().getText());
            width += bare + width(button.getKey(), button.getValue());
        }
        return width;
    }

    private static int width(JButton button, String text) {
        return button.getFontMetrics(button.getFont()).stringWidth(text);
    }
}
