package io.github.memdump.gephi.tab;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.openide.awt.Mnemonics;

/** A sentence in the place of what cannot be shown, and perhaps a button that does something about it. */
final class Notice extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 10;

    private final JTextArea sentence = new JTextArea();
    private final JButton button = new JButton();
    private transient Runnable remedy = () -> { };

    Notice() {
        super(new BorderLayout(0, MARGIN));
        setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
        sentence.setLineWrap(true);
        sentence.setWrapStyleWord(true);
        sentence.setEditable(false);
        sentence.setFocusable(false);
        sentence.setOpaque(false);
        sentence.setBorder(BorderFactory.createEmptyBorder());
        sentence.setFont(UIManager.getFont("Label.font"));
        JPanel below = new JPanel(new BorderLayout());
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        row.add(button);
        below.add(row, BorderLayout.NORTH);
        add(sentence, BorderLayout.NORTH);
        add(below, BorderLayout.CENTER);
        button.addActionListener(event -> remedy.run());
        button.setVisible(false);
    }

    /** Says something. */
    void say(String text) {
        sentence.setText(text);
        button.setVisible(false);
    }

    /** Says something and offers to do something about it. */
    void offer(String text, String label, Runnable action) {
        sentence.setText(text);
        Mnemonics.setLocalizedText(button, label);
        remedy = action;
        button.setVisible(true);
    }
}
