package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.canvas.Highlight;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.source.EditorLaunch;
import io.github.memdump.gephi.source.ProgramSource;
import io.github.memdump.gephi.tab.HeapViews;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.workspace.ViewSteps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** What can be done with an object that is inspected. Each returns at once. */
final class ObjectActions {
    private final Findings findings;
    private final int object;

    ObjectActions(Findings findings, int object) {
        this.findings = findings;
        this.object = object;
    }

    /** Adds the object with its path from a root to the graph if it is not there, and goes to its node. */
    void showInGraph() {
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        String identity = findings.heap().identity(object);
        if (workspace == null) {
            return;
        }
        Background.run(text("ObjectActions.showing", identity), task -> {
            if (node(workspace, identity) == null) {
                Messages.status(ViewSteps.apply(workspace, Step.of(Step.Kind.ADD_PATHS, List.of(identity)), task));
            }
            Node node = node(workspace, identity);
            if (node == null) {
                Messages.remark(text("ObjectActions.showing", identity), text("ObjectActions.noPath", identity));
            } else {
                Highlight.show(List.of(node));
            }
        });
    }

    private static Node node(Workspace workspace, String identity) {
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph().getNode(identity);
    }

    /** Opens a view of what refers to the object. */
    void showHolders() {
        HeapTies.current().ifPresent(heap ->
            HeapViews.open(heap, Recipe.Subject.REFERRERS, findings.heap().identity(object)));
    }

    /** Puts the object's address into the clipboard, of a ROOT object its name. */
    void copyAddress() {
        String address = findings.text(Column.ADDRESS, object);
        String copied = address.isEmpty() ? findings.heap().identity(object) : address;
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(copied), null);
        Messages.status(text("ObjectActions.copied", copied));
    }

    /** Opens the line that allocated the object in the user's editor, or says why not. */
    void openSource() {
        String file = findings.text(Column.FILE, object);
        long line = findings.number(Column.LINE, object);
        if (file.isEmpty()) {
            return;
        }
        Background.run(text("ObjectActions.opening", file), task -> {
            ProgramSource source = ProgramSource.set();
            Optional<URI> address = source.address(file, line);
            if (!source.hasEditor()) {
                Messages.status(text("ObjectActions.noEditor"));
            } else if (address.isEmpty()) {
                Messages.status(text("ObjectActions.noSource", file));
            } else {
                try {
                    EditorLaunch.open(address.get());
                } catch (IOException | UnsupportedOperationException failed) {
                    Messages.remark(text("ObjectActions.opening", file), text("ObjectActions.notOpened", address.get(),
                        String.valueOf(failed.getMessage())));
                }
            }
        });
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ObjectActions.class, key, values);
    }
}
