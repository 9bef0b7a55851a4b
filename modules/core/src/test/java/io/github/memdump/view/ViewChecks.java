package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.graph.Graph;
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
        return view.nodes().stream().filter(node -> !node.isRest()).map(ViewNode::object).collect(Collectors.toSet());
    }

    static void requireSound(View view, String which) {
        Heap heap = view.findings().heap();
        Set<Integer> shown = objects(view);
        assertEquals(view.nodes().size(), view.nodes().stream().map(view::id).distinct().count(), which + ": twice");
        assertTrue(view.nodes().size() <= view.recipe().budget().nodes(), which);
        assertTrue(view.edges().size() <= view.recipe().budget().edges(), which);
        for (ViewNode node : view.nodes()) {
            assertNotEquals(RecordTypes.SHAPE, heap.type(node.object()), which);
            assertTrue(Float.isFinite(node.x()) && Float.isFinite(node.y()) && node.size() > 0, which);
            assertTrue(NodeRole.ofColour(node.rgb()).isPresent(), which);
        }
        requireSoundEdges(view, which);
        if (!view.recipe().subject().isAboutSomething() && view.recipe().steps().isEmpty()) {
            requireConnected(view, which);
        }
    }

    private static void requireSoundEdges(View view, String which) {
        Heap heap = view.findings().heap();
        Graph listed = heap.overPlainReferences().references();
        Set<List<Integer>> pairs = new HashSet<>();
        for (ViewEdge edge : view.edges()) {
            ViewNode source = view.nodes().get(edge.source());
            ViewNode target = view.nodes().get(edge.target());
            assertTrue(pairs.add(List.of(edge.source(), edge.target())), which + ": an edge is there twice");
            assertFalse(source.isRest() && !source.isRun(), which);
            if (target.isRun() || source.isRun()) {
                assertTrue(edge.weight() > 0, which);
            } else if (target.isRest()) {
                assertEquals(source.object(), target.object(), which + ": a rest hangs on its place");
                assertEquals(target.rest(), edge.weight(), which);
            } else if (edge.kind() == EdgeKind.DOMINATES) {
                assertEquals(source.object(), view.findings().retained().orElseThrow().dominators()
                    .dominator(target.object()), which);
            } else {
                boolean isListed = listed.hasEdge(source.object(), target.object());
                assertEquals(isListed, edge.kind() == EdgeKind.REFERENCE, which);
                boolean isHeld = heap.references().hasEdge(source.object(), target.object()) && !isListed;
                assertTrue(edge.kind() == EdgeKind.CLASS ? isHeld || view.recipe().asks(Recipe.Option.CLASS_REFERENCES)
                    : !isHeld, which);
            }
        }
    }

    /** Each object hangs, by edges if the budget allows, on a root or on what no root reaches. */
    private static void requireConnected(View view, String which) {
        Heap heap = view.findings().heap();
        for (int i = 0; i < view.nodes().size(); i++) {
            int parent = view.sketch().parent(i);
            if (parent >= 0) {
                assertTrue(parent < i, which);
            } else if (view.recipe().subject() != Recipe.Subject.DOMINATORS) {
                int object = view.nodes().get(i).object();
                boolean reached = view.findings().fromRoots().orElseThrow().isReached(object);
                assertTrue(heap.isRoot(object) || !reached, which + ": " + heap.identity(object) + " hangs on nothing");
            }
        }
    }

    static String told(View view) {
        StringBuilder text = new StringBuilder();
        for (ViewNode node : view.nodes()) {
            text.append(view.id(node)).append(' ').append(node.label()).append(' ').append(node.rgb()).append(' ')
                .append(node.size()).append(' ').append(node.x()).append(' ').append(node.y()).append('\n');
        }
        for (ViewEdge edge : view.edges()) {
            text.append(edge.source()).append(' ').append(edge.target()).append(' ').append(edge.kind()).append(' ')
                .append(edge.weight()).append('\n');
        }
        return text.append(view.omissions()).toString();
    }
}
