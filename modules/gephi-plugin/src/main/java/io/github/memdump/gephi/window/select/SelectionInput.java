package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.subject.CompletionPopup;
import io.github.memdump.gephi.subject.Vocabulary;
import io.github.memdump.gephi.swing.Typing;
import java.awt.Color;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;

/** Where a selection is typed: mistakes are marked while one types, Enter uses it, Ctrl+Space completes a word. */
final class SelectionInput extends JTextArea {
    private static final long serialVersionUID = 1L;
    private static final Color WRONG = new Color(0x66E03131, true);

    private final transient DefaultHighlightPainter painter = new DefaultHighlightPainter(WRONG);
    private final transient CompletionPopup popup = new CompletionPopup(this);

    SelectionInput(Runnable changed, Runnable used) {
        super(3, 10);
        setName("memdump.select.text");
        setLineWrap(true);
        setWrapStyleWord(true);
        // Tab goes on to the buttons, as everywhere else in the window.
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "use");
        getActionMap().put("use", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                used.run();
            }
        });
        getDocument().addDocumentListener(new Typing(() -> {
            changed.run();
            popup.typed();
        }));
    }

    /** Completes words with these from now on, or with none. */
    void setVocabulary(Optional<Vocabulary> words) {
        popup.setVocabulary(words);
    }

    /** Marks a mistake, or none. */
    void mark(Optional<TypingMistake> mistake) {
        getHighlighter().removeAllHighlights();
        String text = getText();
        mistake.filter(wrong -> !text.isBlank()).ifPresent(wrong -> {
            try {
                int from = Math.max(0, Math.min(wrong.place(), text.length() - 1));
                getHighlighter().addHighlight(from, Math.min(text.length(), wrong.end(text)), painter);
            } catch (BadLocationException impossible) {
                throw new IllegalStateException("a place in the text is not in it", impossible);
            }
        });
    }
}
