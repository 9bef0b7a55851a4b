package io.github.memdump.gephi.answer;

import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JEditorPane;
import javax.swing.text.BadLocationException;

/** An answer of words alone. A popup is about the word under the mouse, or else that at the caret. */
final class AnswerPage extends JEditorPane {
    private static final long serialVersionUID = 1L;

    private int place;

    /** Returns what the word is about that a popup was asked for, nothing if it is about no objects. */
    Optional<RowSubject> subject() {
        try {
            return SubjectInWords.at(getDocument().getText(0, getDocument().getLength()), place);
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Point getPopupLocation(MouseEvent event) {
        place = event == null ? getCaretPosition() : viewToModel2D(event.getPoint());
        return super.getPopupLocation(event);
    }
}
