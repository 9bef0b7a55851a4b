package io.github.memdump.gephi.window.object;

import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;

/** The heading of a part of the inspector. */
final class Heading extends JLabel {
    private static final long serialVersionUID = 1L;

    Heading() {
        setBorder(BorderFactory.createEmptyBorder(8, 4, 2, 4));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(getFont().deriveFont(Font.BOLD));
    }
}
