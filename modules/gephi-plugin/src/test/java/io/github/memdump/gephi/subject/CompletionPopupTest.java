package io.github.memdump.gephi.subject;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import javax.swing.Action;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.DefaultEditorKit;
import org.junit.jupiter.api.Test;

final class CompletionPopupTest {
    private static Action action(JTextField field, String key) {
        return field.getActionMap().get(field.getInputMap().get(KeyStroke.getKeyStroke(key)));
    }

    private static JTextField completing(JTextField field) throws Exception {
        EventQueue.invokeAndWait(() -> new CompletionPopup(field));
        EventQueue.invokeAndWait(() -> { });
        return field;
    }

    @Test
    void whileNoWordsAreOfferedEnterAndEscapeAreTheDialogs() throws Exception {
        JTextField field = completing(new JTextField());
        assertFalse(action(field, "ENTER").isEnabled());
        assertFalse(action(field, "ESCAPE").isEnabled());
        assertTrue(action(field, "ctrl SPACE").isEnabled());
    }

    @Test
    void aFieldThatDoesSomethingOnEnterDoesItStill() throws Exception {
        JTextField field = new JTextField();
        field.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), DefaultEditorKit.beepAction);
        assertTrue(action(completing(field), "ENTER").isEnabled());
    }
}
