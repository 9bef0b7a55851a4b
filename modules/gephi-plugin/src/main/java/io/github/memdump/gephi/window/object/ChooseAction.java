package io.github.memdump.gephi.window.object;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;

/** What a key does. */
final class ChooseAction extends AbstractAction {
    private static final long serialVersionUID = 1L;

    private final transient Runnable work;

    ChooseAction(Runnable work) {
        this.work = work;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        work.run();
    }
}
