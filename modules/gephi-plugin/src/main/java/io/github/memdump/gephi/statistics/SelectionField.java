package io.github.memdump.gephi.statistics;

import java.awt.BorderLayout;
import java.awt.Color;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A field for a text that can be wrong; says below what is wrong while one types. For the event thread. */
public final class SelectionField extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField field = new JTextField(22);
    private final JTextArea message = new JTextArea();
    private final transient Function<String, Optional<String>> check;
    private final String hint;

    /**
     * Makes an empty field.
     *
     * @param check tells what is wrong with a text, if anything is
     * @param hint  what stands below a text that is right
     */
    public SelectionField(Function<String, Optional<String>> check, String hint) {
        super(new BorderLayout(0, 2));
        this.check = check;
        this.hint = hint;
        setOpaque(false);
        message.setEditable(false);
        message.setFocusable(false);
        message.setOpaque(false);
        message.setLineWrap(true);
        message.setWrapStyleWord(true);
        message.setRows(2);
        message.setFont(UIManager.getFont("Label.font"));
        message.setBorder(null);
        add(field, BorderLayout.NORTH);
        add(message, BorderLayout.CENTER);
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                showProblem();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                showProblem();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                showProblem();
            }
        });
        showProblem();
    }

    /** Returns the field itself. */
    public JTextField field() {
        return field;
    }

    /** Returns what has been typed. */
    public String text() {
        return field.getText().trim();
    }

    /** Returns what is wrong with it, if anything is. */
    public Optional<String> problem() {
        return check.apply(text());
    }

    private void showProblem() {
        // A text that nobody has begun to write is not wrong yet; the place of a mistake needs no second line here.
        Optional<String> problem = text().isEmpty() ? Optional.empty() : problem();
        message.setText(problem.map(sentence -> sentence.lines().findFirst().orElse("")).orElse(hint));
        Color dim = UIManager.getColor("Label.disabledForeground");
        Color bad = UIManager.getColor("nb.errorForeground");
        message.setForeground(problem.isPresent() ? bad == null ? new Color(0xC92A2A) : bad
            : dim == null ? Color.GRAY : dim);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        field.setEnabled(enabled);
    }
}
