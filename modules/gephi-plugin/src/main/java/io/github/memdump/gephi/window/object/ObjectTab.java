package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.gephi.graph.PointedNode;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.source.ProgramSource;
import io.github.memdump.gephi.tab.FindingsTab;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewGroup;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.util.Optional;
import java.util.function.Consumer;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;

/**
 * The tab "Object": the object inspector. It follows clicks on nodes in the graph and the chosen row of the Data
 * Laboratory, and goes where one asks it to.
 */
public class ObjectTab extends FindingsTab<ObjectNames> {
    private static final long serialVersionUID = 1L;
    private static final RequestProcessor LOOKING = new RequestProcessor("Memdump inspector", 1);
    private static final RequestProcessor NAMING = new RequestProcessor("Memdump names of references", 1);

    private final ObjectPane pane = new ObjectPane(this::inspect, this::back, this::forward, this::nameAnew);
    private final transient Trail trail = new Trail();
    private final transient GraphClicks clicks = graphClicks(this::clicked);
    private final transient ChosenRows rows = new ChosenRows();
    private transient ObjectNames names;
    private transient TicketTask naming = new TicketTask();
    /** The node that was clicked last while the tab was not to be seen; empty if there is none. */
    private transient String unseen = "";

    /** Makes the tab; it shows nothing yet. */
    public ObjectTab() {
        setContent(pane);
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
                clicks.listen();
                rows.chosenAnew().ifPresent(id -> unseen = id);
                if (!unseen.isEmpty()) {
                    inspectNode(unseen);
                    unseen = "";
                }
            }
        });
    }

    @Override
    public String title() {
        return NbBundle.getMessage(ObjectTab.class, "ObjectTab");
    }

    @Override
    protected ObjectNames compute(WorkspaceHeap of, Findings findings, Task task) {
        return new ObjectNames(findings.heap());
    }

    @Override
    protected void present(WorkspaceHeap of, Findings findings, ObjectNames content) {
        names = content;
        // The Graph window may be there by now, which it was not when the tab was first seen.
        clicks.listen();
        trail.current().ifPresentOrElse(this::look, pane::invite);
    }

    @Override
    protected void forget() {
        naming.cancel();
        names = null;
        pane.forget();
    }

    @Override
    protected void leave() {
        trail.clear();
        unseen = "";
    }

    /** A click counts before the tab was ever opened. */
    @Override
    protected void follow() {
        clicks.listen();
    }

    /** Shows the object of an address, an identity or the name of a ROOT object; on the event thread. */
    public void inspect(String text) {
        String wanted = text.trim();
        if (!wanted.isEmpty()) {
            trail.go(wanted);
            look(wanted);
        }
    }

    /** Shows the object of a node; for "+ N more" the one at which it hangs, for a group nothing else than before. */
    public void inspectNode(String id) {
        if (id.startsWith(ViewGroup.CLASS) || id.startsWith(ViewGroup.SITE)) {
            // A group is no object: what was shown stays.
            return;
        }
        inspect(id.endsWith(View.REST) ? id.substring(0, id.length() - View.REST.length()) : id);
    }

    /** Returns what tells of clicks. */
    GraphClicks graphClicks(Consumer<Node> listener) {
        return new GraphClicks(listener, PointedNode::find);
    }

    private void back() {
        trail.back();
        trail.current().ifPresent(this::look);
    }

    private void forward() {
        trail.forward();
        trail.current().ifPresent(this::look);
    }

    private void clicked(Node node) {
        String id = String.valueOf(node.getId());
        EventQueue.invokeLater(() -> {
            if (isShowing()) {
                inspectNode(id);
            } else {
                unseen = id;
            }
        });
    }

    /** Looks at an object outside the event thread: one may be referred to by half a million others. */
    private void look(String text) {
        Optional<Findings> findings = findings();
        ObjectNames called = names;
        if (findings.isEmpty() || called == null) {
            return;
        }
        LOOKING.post(() -> {
            Optional<Inspection> inspection = find(findings.get(), text);
            EventQueue.invokeLater(() -> {
                if (called == names && trail.current().filter(text::equals).isPresent()) {
                    pane.show(text, inspection, called);
                    pane.enableTrail(trail.canGoBack(), trail.canGoForward());
                    nameAnew();
                }
            });
        });
    }

    /** A node's identity or an address alone names one object; what else is typed may choose many. */
    private static Optional<Inspection> find(Findings findings, String text) {
        Optional<Inspection> one = Inspection.of(findings, text);
        try {
            return one.isPresent() || Identities.isAddress(text) ? one
                : Inspection.chosen(findings, text, Task.UNWATCHED);
        } catch (IllegalArgumentException wrong) {
            Messages.status(wrong.getMessage());
            return Optional.empty();
        }
    }

    /** Reads, in the background, what the dump and the source tell beyond the heap of what is shown. */
    private void nameAnew() {
        naming.cancel();
        TicketTask task = new TicketTask();
        naming = task;
        int[] holders = pane.referrers();
        pane.shown().ifPresent(inspection -> NAMING.post(() -> {
            try {
                Inspection.Reading reading = inspection.read(holders, ProgramSource.set().lines(), task);
                EventQueue.invokeLater(() -> pane.complete(inspection, reading));
            } catch (CancelledException another) {
                // Something else is shown by now.
            }
        }));
    }
}
