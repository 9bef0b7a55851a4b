package io.github.memdump.gephi.subject;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;

/**
 * The words that may go on, below the text. It does not take the focus: one types on, or takes a word with the arrows
 * and Enter.
 */
public final class CompletionPopup {
    private static final int SHORTEST = 2;

    private final JTextComponent text;
    private final DefaultListModel<String> words = new DefaultListModel<>();
    private final JList<String> list = new JList<>(words);
    private final JPopupMenu menu = new JPopupMenu();
    private Vocabulary vocabulary;
    private int from;
    private boolean inserting;

    public CompletionPopup(JTextComponent text) {
        this.text = text;
        menu.setFocusable(false);
        list.setFocusable(false);
        list.setName("memdump.select.completion");
        menu.add(list);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                take();
            }
        });
        text.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                menu.setVisible(false);
            }
        });
        key("ctrl SPACE", () -> offer(0), () -> offer(0));
        key("DOWN", () -> move(1), null);
        key("UP", () -> move(-1), null);
        key("ENTER", this::take, null);
        key("ESCAPE", () -> menu.setVisible(false), null);
    }

    /**
     * Gives a key another meaning while the words are shown; what it meant before otherwise, which may be nothing to
     * the text: then a dialog takes Enter for its OK and Escape for its Cancel.
     */
    private void key(String stroke, Runnable shown, Runnable hidden) {
        KeyStroke key = KeyStroke.getKeyStroke(stroke);
        String name = "completion " + stroke;
        EventQueue.invokeLater(() -> {
            Object before = text.getInputMap().get(key);
            Action usual = before == null ? null : text.getActionMap().get(before);
            text.getInputMap().put(key, name);
            text.getActionMap().put(name, new AbstractAction() {
                private static final long serialVersionUID = 1L;

                @Override
                public boolean isEnabled() {
                    return menu.isVisible() || hidden != null || (usual != null && usual.isEnabled());
                }

                @Override
                public void actionPerformed(ActionEvent event) {
                    if (menu.isVisible()) {
                        shown.run();
                    } else if (hidden != null) {
                        hidden.run();
                    } else if (usual != null) {
                        usual.actionPerformed(event);
                    }
                }
            });
        });
    }

    /** Offers these words from now on, or none. */
    public void setVocabulary(Optional<Vocabulary> offered) {
        vocabulary = offered.orElse(null);
    }

    /** Offers words after something was typed. */
    public void typed() {
        if (!inserting && text.isFocusOwner()) {
            // The caret moves after the text has changed.
            EventQueue.invokeLater(() -> offer(SHORTEST));
        }
    }

    private void offer(int shortest) {
        words.clear();
        int caret = text.getCaretPosition();
        if (vocabulary != null && caret <= text.getText().length()) {
            Completion completion = Completion.at(text.getText(), caret, vocabulary);
            from = completion.from();
            if (caret - from >= shortest) {
                completion.words().forEach(words::addElement);
            }
        }
        if (words.isEmpty()) {
            menu.setVisible(false);
            return;
        }
        list.setSelectedIndex(0);
        menu.pack();
        show();
    }

    private void show() {
        try {
            Rectangle2D place = text.modelToView2D(from);
            Rectangle bounds = place == null ? new Rectangle() : place.getBounds();
            menu.show(text, bounds.x, bounds.y + bounds.height);
        } catch (BadLocationException gone) {
            menu.setVisible(false);
        }
    }

    private void move(int by) {
        int index = Math.floorMod(list.getSelectedIndex() + by, words.size());
        list.setSelectedIndex(index);
    }

    private void take() {
        String word = list.getSelectedValue();
        menu.setVisible(false);
        if (word != null) {
            inserting = true;
            text.select(from, text.getCaretPosition());
            text.replaceSelection(word);
            inserting = false;
        }
    }
}
