package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.FilterModel;
import org.gephi.filters.api.Query;
import org.gephi.graph.api.Node;
import org.openide.util.Lookup;
import org.openide.util.RequestProcessor;

/**
 * The objects that a filter keeps of a heap, remembered as long as the heap and the filter's properties stay the same.
 * A filter by which Gephi shows the graph waits for them a moment only, because it keeps everybody from the graph: if
 * they take longer they are found in the background, everything is kept meanwhile, and then Gephi is made to filter
 * again. Any other filter, which nothing would make run again, waits until they are there. Thread-safe.
 */
final class BackgroundSet {
    private static final RequestProcessor AGAIN = new RequestProcessor("Memdump filters", 1, false, false);
    private static final long MOMENT_MILLIS = 150;
    private static final int PAUSE_MILLIS = 300;
    private static final int MOST_TIMES = 5;

    private final SelectionFilter filter;
    private KeptObjects last = KeptObjects.NONE;
    private String running = "";
    private boolean isAwaited;

    BackgroundSet(SelectionFilter filter) {
        this.filter = filter;
    }

    /**
     * Returns which nodes are kept of a graph.
     *
     * @param question all that the objects depend on beside the heap
     * @return nothing if the heap cannot be had
     */
    Optional<Predicate<Node>> on(WorkspaceHeap heap, String question) {
        if (!isKnown(heap, question)) {
            if (!isShown()) {
                find(heap, question, Task.UNWATCHED);
            } else if (!isFoundInAMoment(heap, question)) {
                return Optional.of(node -> true);
            }
        }
        synchronized (this) {
            isAwaited = false;
            return last.nodes();
        }
    }

    /** Returns whether the filter is part of what Gephi filters or selects by whenever a property changes. */
    private boolean isShown() {
        FilterModel model = Lookup.getDefault().lookup(FilterController.class).getModel();
        Query query = model == null || !model.isFiltering() && !model.isSelecting() ? null : model.getCurrentQuery();
        while (query != null && query.getParent() != null) {
            query = query.getParent();
        }
        return query != null
            && Arrays.stream(query.getDescendantsAndSelf()).anyMatch(part -> part.getFilter() == filter);
    }

    private synchronized boolean isKnown(WorkspaceHeap heap, String question) {
        return last.answers(heap, question);
    }

    private boolean isFoundInAMoment(WorkspaceHeap heap, String question) {
        CountDownLatch found = new CountDownLatch(1);
        synchronized (this) {
            isAwaited = true;
            if (running.equals(question)) {
                return false;
            }
            running = question;
        }
        Background.run(filter.getName(), task -> {
            try {
                find(heap, question, task);
            } finally {
                synchronized (this) {
                    running = "";
                }
                found.countDown();
                AGAIN.schedule(() -> filterAgain(MOST_TIMES), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
        try {
            return found.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS) && isKnown(heap, question);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sets a property to what it is, which makes Gephi filter again; it may be too busy to hear of it. */
    private void filterAgain(int times) {
        synchronized (this) {
            if (!isAwaited || times == 0) {
                return;
            }
        }
        filter.property("selection").setValue(filter.getSelection());
        AGAIN.schedule(() -> filterAgain(times - 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void find(WorkspaceHeap heap, String question, Task task) {
        KeptObjects answer;
        try {
            Findings findings = heap.findings(task);
            answer = KeptObjects.found(heap, question, findings, filter.objects(findings, task));
        } catch (DumpException gone) {
            Messages.status(gone.getMessage() + " " + HeapFilter.text("BackgroundSet.onGraph", filter.getName()));
            answer = KeptObjects.withoutHeap(heap, question);
        } catch (IllegalArgumentException wrong) {
            Messages.status(HeapFilter.text("BackgroundSet.wrong", filter.getName(),
                wrong.getMessage().lines().findFirst().orElse("")));
            answer = KeptObjects.everything(heap, question);
        } catch (CancelledException cancelled) {
            Messages.status(HeapFilter.text("BackgroundSet.cancelled", filter.getName()));
            answer = KeptObjects.everything(heap, question);
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            // Without an answer Gephi would ask again and again.
            Messages.failure(filter.getName(), unexpected);
            answer = KeptObjects.everything(heap, question);
        }
        synchronized (this) {
            last = answer;
        }
    }

    /** Which objects of a heap were found for a question, or that none could be. Does not hold the heap. Immutable. */
    private static final class KeptObjects {
        /** Nothing was asked yet. */
        static final KeptObjects NONE = new KeptObjects(null, "", null, null, false);

        private final WorkspaceHeap heap;
        private final String question;
        private final WeakReference<Findings> findings;
        private final NodeSet objects;
        private final boolean hasHeap;

        private KeptObjects(WorkspaceHeap heap, String question, Findings findings, NodeSet objects, boolean hasHeap) {
            this.heap = heap;
            this.question = question;
            this.findings = new WeakReference<>(findings);
            this.objects = objects;
            this.hasHeap = hasHeap;
        }

        static KeptObjects found(WorkspaceHeap heap, String question, Findings findings, NodeSet objects) {
            return new KeptObjects(heap, question, findings, objects, true);
        }

        /** Returns that a question cannot be answered, so that everything is kept. */
        static KeptObjects everything(WorkspaceHeap heap, String question) {
            return new KeptObjects(heap, question, null, null, true);
        }

        /** Returns that the heap cannot be had. */
        static KeptObjects withoutHeap(WorkspaceHeap heap, String question) {
            return new KeptObjects(heap, question, null, null, false);
        }

        /** Returns whether this is the answer to a question about a heap as it is now. */
        boolean answers(WorkspaceHeap asked, String what) {
            if (!question.equals(what) || heap == null) {
                return false;
            }
            return objects == null ? heap == asked
                : asked.loaded().isPresent() && findings.get() == asked.loaded().orElseThrow();
        }

        /** Returns which nodes are kept; nothing if the heap cannot be had. */
        Optional<Predicate<Node>> nodes() {
            if (!hasHeap) {
                return Optional.empty();
            }
            Findings known = findings.get();
            return Optional.of(objects == null || known == null ? node -> true
                : SelectionFilter.standsForOne(objects, known.heap()));
        }
    }
}
