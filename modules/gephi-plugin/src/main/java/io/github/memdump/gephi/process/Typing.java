package io.github.memdump.gephi.process;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Runs something whenever a text changes. */
final class Typing implements DocumentListener {
    private final Runnable typed;

    Typing(Runnable typed) {
        this.typed = typed;
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        typed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        typed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        // Only styled texts do this.
    }
}
