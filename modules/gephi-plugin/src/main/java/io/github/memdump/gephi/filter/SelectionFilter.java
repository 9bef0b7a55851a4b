package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.ObjectsByIdentity;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.SubjectText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.Node;

/**
 * Keeps the objects that stand in some relation to those of a selection. Found on the heap behind the workspace; where
 * there is none, on the visible graph, where a selection can be no more than a node, a class or a pattern of classes.
 * Everything is kept while the selection is empty or wrong.
 */
public abstract class SelectionFilter extends HeapFilter {
    private final BackgroundSet found = new BackgroundSet(this);
    private FilterText selection = FilterText.NONE;

    /** Makes a filter that keeps everything. */
    SelectionFilter() {
        property(FilterText.class, "selection");
    }

    /** Returns the selection. */
    public FilterText getSelection() {
        return selection;
    }

    /** Sets the selection. */
    public void setSelection(FilterText text) {
        selection = text;
    }

    /** Returns everything that the objects kept depend on, beside the heap. */
    abstract String parameters();

    /** Returns the objects to keep of a heap where the selection means some. */
    abstract NodeSet onHeap(NodeSet selected, Findings findings, Task task);

    /** Returns the nodes to keep of a graph where the selection means some. */
    abstract NodeSet onGraph(NodeSet selected, VisibleGraph graph);

    /**
     * Returns the objects to keep of a heap.
     *
     * @throws IllegalArgumentException if the selection cannot be carried out; the message is for people
     */
    final NodeSet objects(Findings findings, Task task) {
        return onHeap(SubjectText.objects(selection.toString(), findings, task), findings, task);
    }

    @Override
    final Predicate<Node> kept(Graph graph) {
        if (selection.isEmpty()) {
            return node -> true;
        }
        Optional<WorkspaceHeap> heap = HeapTies.of(graph.getModel());
        return heap.isEmpty() ? onGraph(graph) : found.on(heap.get(), selection + "\n" + parameters())
            .orElseGet(() -> onGraph(graph));
    }

    /** Returns whether a node stands for one of some objects. */
    static Predicate<Node> standsForOne(NodeSet objects, Heap heap) {
        return node -> {
            int object = ObjectsByIdentity.of(heap, String.valueOf(node.getId()));
            return object != Heap.NO_OBJECT && objects.contains(object);
        };
    }

    private Predicate<Node> onGraph(Graph graph) {
        VisibleGraph visible = VisibleGraph.of(graph);
        String text = selection.toString();
        NodeSet selected = visible.where(node -> text.equals(String.valueOf(node.getId())));
        if (selected.isEmpty()) {
            Optional<ClassNamePattern> names = ClassNamePattern.of(text);
            selected = visible.where(node -> names.isPresent() && names.get()
                .test(VisibleGraph.value(node, Column.CLASS.id()).map(Object::toString).orElse("")));
        }
        if (selected.isEmpty()) {
            Messages.status(text("SelectionFilter.nothing", getName(), text));
            return node -> true;
        }
        Set<Node> kept = new HashSet<>();
        onGraph(selected, visible).forEach(place -> kept.add(visible.nodes()[place]));
        return kept::contains;
    }
}
