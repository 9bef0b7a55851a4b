package io.github.memdump.gephi.task;

import java.awt.event.ActionEvent;
import javax.swing.Action;
import org.openide.awt.Actions;
import org.openide.util.NbBundle;

/** What the user can do next when something could not be done. Immutable. */
public final class Remedy {
    private final String label;
    private final Runnable way;

    private Remedy(String label, Runnable way) {
        this.label = label;
        this.way = way;
    }

    /** Returns a way out under the label of its button, whose mnemonic letter follows an ampersand. */
    public static Remedy of(String label, Runnable way) {
        return new Remedy(label, way);
    }

    /** Returns an action of the menu Plugins &gt; Memdump as a way out. */
    public static Remedy action(String label, String id) {
        return of(label, () -> {
            Action action = Actions.forID("Memdump", id);
            if (action != null) {
                action.actionPerformed(new ActionEvent(action, ActionEvent.ACTION_PERFORMED, id));
            }
        });
    }

    /** Returns the way to dumps that were moved. */
    public static Remedy locateDumps() {
        return action(NbBundle.getMessage(Remedy.class, "Remedy.locate"),
            "io.github.memdump.gephi.action.LocateDumps");
    }

    /** Returns a dialog that shows lines of text, which can be copied. */
    public static Remedy details(String title, String text) {
        return of(NbBundle.getMessage(Remedy.class, "Remedy.details"), () -> Details.show(title, text));
    }

    /** Returns doing the same once more. */
    static Remedy again(Runnable again) {
        return of(NbBundle.getMessage(Remedy.class, "Remedy.again"), again);
    }

    /** Returns the label of its button. */
    public String label() {
        return label;
    }

    /** Takes it; on the event thread. */
    public void take() {
        way.run();
    }
}
