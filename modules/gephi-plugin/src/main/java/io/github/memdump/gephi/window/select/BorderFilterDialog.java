package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.view.Recipe;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.util.NbBundle;

/** Asks how many new objects an object of the border has to keep alive, and shows those that do. */
final class BorderFilterDialog {
    private BorderFilterDialog() {
    }

    /** Asks and shows; on the event thread. */
    static void show(WorkspaceHeap heap, BorderCounts counts) {
        BorderFilterPane pane = new BorderFilterPane(counts);
        DialogDescriptor dialog = new DialogDescriptor(pane,
            NbBundle.getMessage(BorderFilterDialog.class, "BorderFilterDialog"));
        String shows = NbBundle.getMessage(BorderFilterDialog.class, "BorderFilterDialog.show");
        dialog.setOptions(new Object[] {shows, DialogDescriptor.CANCEL_OPTION});
        dialog.setValue(shows);
        if (shows.equals(DialogDisplayer.getDefault().notify(dialog))) {
            SelectionViews.open(heap, Recipe.Subject.SELECTION, selection(pane.number()), Recipe.ANY_DEPTH);
        }
    }

    /** Returns the selection of the objects of the new border that keep at least so many new ones alive. */
    static String selection(int number) {
        return "border = new and keepalive_new_count >= " + number;
    }
}
