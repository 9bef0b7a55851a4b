package io.github.memdump.gephi.tab;

import java.awt.Component;
import java.awt.GridLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.openide.awt.Mnemonics;

/** Buttons side by side that share a narrow window. */
public final class ButtonRow extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;

    /** Makes a row without buttons. */
    public ButtonRow() {
        super(new GridLayout(1, 0, GAP, 0));
        setBorder(BorderFactory.createEmptyBorder(0, GAP, GAP, GAP));
    }

    /** Adds a button whose letter after an ampersand is its mnemonic. */
    public void add(String label, String hint, Runnable action) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, label);
        button.setToolTipText(hint);
        button.setMargin(new Insets(2, 2, 2, 2));
        button.addActionListener(event -> action.run());
        add(button);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        for (Component button : getComponents()) {
            button.setEnabled(enabled);
        }
    }
}
