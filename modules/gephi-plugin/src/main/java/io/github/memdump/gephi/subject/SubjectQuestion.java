package io.github.memdump.gephi.subject;

import io.github.memdump.gephi.swing.Typing;
import io.github.memdump.view.SubjectText;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** Asks which objects a view is about, and how far it goes from them. For the event thread. */
public final class SubjectQuestion {
    private static final int GAP = 8;
    /** Wide enough for the title of the dialog and for most selections. */
    private static final int COLUMNS = 42;

    private final SelectionField field = new SelectionField(SubjectText::problem, text("SubjectQuestion.hint"));
    private final JComboBox<Depth> depth = new JComboBox<>(Depth.offered());

    private SubjectQuestion() {
        depth.setSelectedIndex(Depth.usual());
        depth.setName("memdump.subject.depth");
        field.field().setName("memdump.subject");
        field.field().setColumns(COLUMNS);
    }

    /** What was answered. Immutable. */
    public static final class Answer {
        private final String about;
        private final int depth;

        private Answer(String about, int depth) {
            this.about = about;
            this.depth = depth;
        }

        /** Returns which objects are meant. */
        public String about() {
            return about;
        }

        /** Returns how many references the view goes from them. */
        public int depth() {
            return depth;
        }
    }

    /** Asks under a title, for a depth too where that means something; nothing if the user thinks better of it. */
    public static Optional<Answer> ask(String title, boolean hasDepth) {
        SubjectQuestion question = new SubjectQuestion();
        DialogDescriptor dialog = new DialogDescriptor(question.panel(hasDepth), title);
        dialog.setValid(false);
        question.field.field().getDocument().addDocumentListener(new Typing(
            () -> dialog.setValid(question.field.problem().isEmpty())));
        boolean isAnswered = DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION
            && question.field.problem().isEmpty();
        return isAnswered
            ? Optional.of(new Answer(question.field.text(), ((Depth) question.depth.getSelectedItem()).steps()))
            : Optional.empty();
    }

    private JPanel panel(boolean hasDepth) {
        JPanel panel = new JPanel(new GridLayout(0, 1, GAP, GAP));
        panel.setBorder(BorderFactory.createEmptyBorder(2 * GAP, 2 * GAP, 0, 2 * GAP));
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text("SubjectQuestion.about"));
        label.setLabelFor(field.field());
        JPanel about = new JPanel(new BorderLayout(0, GAP / 2));
        about.add(label, BorderLayout.PAGE_START);
        about.add(field);
        panel.add(about);
        if (hasDepth) {
            JLabel far = new JLabel();
            Mnemonics.setLocalizedText(far, text("SubjectQuestion.depth"));
            far.setLabelFor(depth);
            JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
            line.add(far);
            line.add(Box.createHorizontalStrut(GAP));
            line.add(depth);
            panel.add(line);
        }
        return panel;
    }

    private static String text(String key) {
        return NbBundle.getMessage(SubjectQuestion.class, key);
    }
}
