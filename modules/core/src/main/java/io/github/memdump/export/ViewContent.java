package io.github.memdump.export;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A view as what a snapshot is made of: a node for each of its nodes. Immutable; a few bytes per node and edge. */
final class ViewContent implements SnapshotContent {
    private final View view;
    private final Heap heap;
    private final Graph graph;
    private final ObjectNames names;
    private final Map<Long, ViewEdge> edges = new HashMap<>();

    ViewContent(View view) {
        this.view = view;
        this.heap = view.findings().heap();
        this.names = new ObjectNames(heap);
        List<ViewEdge> all = view.edges();
        this.graph = Graph.ofEdges(view.nodes().size(), all.stream().mapToInt(ViewEdge::source).toArray(),
            all.stream().mapToInt(ViewEdge::target).toArray());
        all.forEach(edge -> edges.put(pair(edge.source(), edge.target()), edge));
    }

    private static long pair(int source, int target) {
        return (long) source << Integer.SIZE | target;
    }

    private ViewNode node(int node) {
        return view.nodes().get(node);
    }

    private boolean isObject(int node) {
        return !node(node).isRest() && node(node).group().isEmpty();
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public int[] roots() {
        Graph referrers = graph.reversed();
        return IntStream.range(0, graph.nodeCount())
            .filter(node -> (isObject(node) && heap.isRoot(node(node).object())) || referrers.outDegree(node) == 0)
            .toArray();
    }

    @Override
    public SnapshotType type(int node) {
        return isObject(node) ? SnapshotType.of(heap, node(node).object()) : SnapshotType.SYNTHETIC;
    }

    @Override
    public String name(int node) {
        return node(node).label().isEmpty() ? Printable.of(names.of(node(node).object())) : node(node).label();
    }

    @Override
    public long key(int node) {
        return HeapContent.keyOf(view.id(node(node)));
    }

    @Override
    public long size(int node) {
        long size = view.number(Column.MEMSIZE, node(node));
        return size == Findings.ABSENT ? 0 : size;
    }

    @Override
    public @Nullable String edgeName(int source, int target) {
        ViewEdge edge = Objects.requireNonNull(edges.get(pair(source, target)));
        return !edge.name().isEmpty() ? edge.name() : edge.kind() == EdgeKind.REFERENCE ? null : edge.kind().id();
    }

    @Override
    public boolean isCollection(int node) {
        return false;
    }

    @Override
    public String outside() {
        return "(no way from what is above)";
    }
}
