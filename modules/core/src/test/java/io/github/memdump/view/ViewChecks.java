package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for every view. */
final class ViewChecks {
    private ViewChecks() {
    }

    static Set<Integer> objects(View view) {
        return view.nodes().stream().map(ViewNode::object).collect(Collectors.toSet());
    }

    static void requireSound(View view, String which) {
        Heap heap = view.findings().heap();
        Set<Integer> shown = objects(view);
        assertEquals(view.nodes().size(), shown.size(), which + ": an object is shown twice");
        assertTrue(view.nodes().size() <= view.recipe().budget().nodes(), which);
        assertTrue(view.edges().size() <= view.recipe().budget().edges(), which);
        for (ViewNode node : view.nodes()) {
            assertNotEquals(RecordTypes.SHAPE, heap.type(node.object()), which);
            assertTrue(Float.isFinite(node.x()) && Float.isFinite(node.y()) && node.size() > 0, which);
            assertTrue(NodeRole.ofColour(node.rgb()).isPresent(), which);
        }
        Set<List<Integer>> pairs = new HashSet<>();
        for (ViewEdge edge : view.edges()) {
            assertTrue(shown.contains(edge.source()) && shown.contains(edge.target()), which);
            assertTrue(pairs.add(List.of(edge.source(), edge.target())), which + ": an edge is there twice");
            assertEquals(heap.references().hasEdge(edge.source(), edge.target()),
                edge.kind() == EdgeKind.REFERENCE, which);
        }
        requireConnected(view, which);
    }

    /** Each object hangs, by edges if the budget allows, on a root or on what no root reaches. */
    private static void requireConnected(View view, String which) {
        Heap heap = view.findings().heap();
        for (int i = 0; i < view.nodes().size(); i++) {
            int parent = view.sketch().parent(i);
            if (parent >= 0) {
                assertTrue(parent < i, which);
            } else {
                int object = view.nodes().get(i).object();
                boolean reached = view.findings().fromRoots().orElseThrow().isReached(object);
                assertTrue(heap.isRoot(object) || !reached, which + ": " + heap.identity(object) + " hangs on nothing");
            }
        }
    }

    static String told(View view) {
        StringBuilder text = new StringBuilder();
        for (ViewNode node : view.nodes()) {
            text.append(node.object()).append(' ').append(node.label()).append(' ').append(node.rgb()).append(' ')
                .append(node.size()).append(' ').append(node.x()).append(' ').append(node.y()).append('\n');
        }
        for (ViewEdge edge : view.edges()) {
            text.append(edge.source()).append(' ').append(edge.target()).append(' ').append(edge.kind()).append(' ')
                .append(edge.weight()).append('\n');
        }
        return text.append(view.omissions()).toString();
    }
}
