package io.github.memdump.gephi.tab;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.task.Task;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.openide.util.NbBundle;

/**
 * A tab that shows what is computed from the findings about a heap: in the background, and not before the tab is
 * looked at. Where the heap is not in memory it offers to load it. Used on the event thread but for {@link #compute}.
 *
 * @param <T> what is computed
 */
public abstract class FindingsTab<T> extends HeapTab {
    private static final long serialVersionUID = 1L;
    private static final String CONTENT = "content";
    private static final String NOTICE = "notice";

    private final JPanel cards = new JPanel(new CardLayout());
    private final Notice notice = new Notice();
    private transient WorkspaceHeap heap;
    /** The dumps of the heap that was shown last. */
    private transient List<DumpFile> dumps = List.of();
    /** The findings whose content is shown or on its way. */
    private transient Findings shown;
    private transient TicketTask running;
    private transient boolean loading;
    /** What was shown last, for when another workspace of the same heap comes right after. */
    private transient WeakReference<Findings> lastFindings = new WeakReference<>(null);
    private transient WeakReference<T> lastContent = new WeakReference<>(null);

    /** Makes a tab without content. */
    protected FindingsTab() {
        super(new BorderLayout());
        cards.add(notice, NOTICE);
        add(cards, BorderLayout.CENTER);
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                update();
            }
        });
    }

    /** Sets what shows the content; to be called once, by the constructor. */
    protected final void setContent(JComponent content) {
        cards.add(content, CONTENT);
        update();
    }

    /** Computes what the tab shows; not on the event thread. */
    protected abstract T compute(WorkspaceHeap of, Findings findings, Task task) throws DumpException;

    /** Shows what was computed. */
    protected abstract void present(WorkspaceHeap of, Findings findings, T content);

    /** Lets go of all that was shown. The same heap may be shown again, in another view or loaded anew. */
    protected abstract void forget();

    /** Another heap is looked at from now on: where one was in the one before is of no use any more. */
    protected void leave() {
    }

    /** The workspace has a heap, whether or not the tab is seen: what it follows elsewhere can be there by now. */
    protected void follow() {
    }

    /** Returns the heap whose content is shown. */
    protected final Optional<WorkspaceHeap> heap() {
        return Optional.ofNullable(heap);
    }

    /** Returns the findings whose content is shown, if they are still in memory. */
    protected final Optional<Findings> findings() {
        return Optional.ofNullable(shown);
    }

    @Override
    public final void show(Optional<WorkspaceHeap> current) {
        heap = current.orElse(null);
        if (heap != null && !heap.dumps().equals(dumps)) {
            dumps = heap.dumps();
            leave();
        }
        if (heap != null) {
            follow();
        }
        update();
    }

    private void update() {
        Optional<Findings> findings = heap().flatMap(WorkspaceHeap::loaded);
        if (shown != null && findings.filter(now -> now == shown).isEmpty()) {
            drop();
        }
        if (heap == null) {
            notice.say(text("FindingsTab.noHeap"));
            card(NOTICE);
        } else if (findings.isEmpty()) {
            offerToLoad();
        } else if (shown == null && isShowing()) {
            begin(findings.get());
        }
    }

    private void drop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        shown = null;
        forget();
    }

    private void offerToLoad() {
        if (loading) {
            notice.say(text("FindingsTab.loading", heap.shown().name()));
        } else {
            notice.offer(text("FindingsTab.notLoaded", heap.shown().name()), text("FindingsTab.load"), this::load);
        }
        card(NOTICE);
    }

    private void load() {
        WorkspaceHeap wanted = heap;
        if (wanted == null) {
            return;
        }
        loading = true;
        offerToLoad();
        Background.run(text("FindingsTab.loading", wanted.shown().name()), task -> {
            try {
                wanted.findings(task);
            } finally {
                EventQueue.invokeLater(() -> {
                    loading = false;
                    update();
                });
            }
        });
    }

    private void begin(Findings findings) {
        WorkspaceHeap of = heap;
        shown = findings;
        T last = lastContent.get();
        if (last != null && lastFindings.get() == findings) {
            arrive(of, findings, last);
            return;
        }
        notice.say(text("FindingsTab.computing"));
        card(NOTICE);
        Background.run(title(), task -> {
            EventQueue.invokeLater(() -> running = findings == shown ? task : running);
            boolean[] done = {false};
            try {
                T content = compute(of, findings, task);
                done[0] = true;
                EventQueue.invokeLater(() -> arrive(of, findings, content));
            } finally {
                if (!done[0]) {
                    EventQueue.invokeLater(() -> offerAgain(findings));
                }
            }
        });
    }

    private void arrive(WorkspaceHeap of, Findings findings, T content) {
        if (findings == shown) {
            running = null;
            lastFindings = new WeakReference<>(findings);
            lastContent = new WeakReference<>(content);
            present(of, findings, content);
            card(CONTENT);
        }
    }

    private void offerAgain(Findings findings) {
        if (findings == shown) {
            running = null;
            notice.offer(text("FindingsTab.stopped"), text("FindingsTab.again"), () -> {
                if (findings == shown) {
                    begin(findings);
                }
            });
        }
    }

    private void card(String name) {
        ((CardLayout) cards.getLayout()).show(cards, name);
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(FindingsTab.class, key, values);
    }
}
