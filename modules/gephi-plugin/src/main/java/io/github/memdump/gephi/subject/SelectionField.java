package io.github.memdump.gephi.subject;

import io.github.memdump.gephi.swing.Typing;
import java.awt.BorderLayout;
import java.awt.Color;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.UIManager;

/** A field for a text that can be wrong; says below what is wrong while one types. For the event thread. */
public final class SelectionField extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField field = new JTextField(22);
    private final transient CompletionPopup completion = new CompletionPopup(field);
    private final JPanel line = new JPanel(new BorderLayout(4, 0));
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
        line.setOpaque(false);
        line.add(field, BorderLayout.CENTER);
        add(line, BorderLayout.NORTH);
        add(message, BorderLayout.CENTER);
        field.getDocument().addDocumentListener(new Typing(this::showProblem));
        Vocabularies.offer(field, completion);
        showProblem();
    }

    /** Returns the field itself. */
    public JTextField field() {
        return field;
    }

    /** Puts something beside the field. */
    public void beside(JComponent part) {
        line.add(part, BorderLayout.LINE_END);
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
        // A text that nobody has begun to write is not wrong yet.
        Optional<String> problem = text().isEmpty() ? Optional.empty() : problem();
        message.setText(problem.map(SelectionField::shortened).orElse(hint));
        field.setToolTipText(problem.orElse(null));
        Color dim = UIManager.getColor("Label.disabledForeground");
        Color bad = UIManager.getColor("nb.errorForeground");
        message.setForeground(problem.isPresent() ? bad == null ? new Color(0xC92A2A) : bad
            : dim == null ? Color.GRAY : dim);
    }

    /** Returns what is wrong without the list of all that would be right, and with what may have been meant. */
    private static String shortened(String problem) {
        String first = problem.lines().findFirst().orElse("");
        int list = first.indexOf(';');
        int meant = first.indexOf(" Did you mean");
        return list < 0 ? first : first.substring(0, list) + "." + (meant < list ? "" : first.substring(meant));
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        field.setEnabled(enabled);
    }
}
