package io.github.memdump.gephi.swing;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Runs something whenever a text changes, on the event thread. */
public final class Typing implements DocumentListener {
    private final Runnable typed;

    /** Makes a listener that runs this after each change. */
    public Typing(Runnable typed) {
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
