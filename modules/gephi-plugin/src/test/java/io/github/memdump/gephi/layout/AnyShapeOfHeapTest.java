package io.github.memdump.gephi.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.ViewNode;
import io.github.memdump.view.assembly.Views;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views and layouts in Gephi of every shape of heap: all nodes arrive, named, and no two of them overlap. */
final class AnyShapeOfHeapTest {
    private static final int SIZE = 240;
    private static final int CLASSES = 30;
    /** As many labels as are drawn at most. */
    private static final int MOST_LABELS = 80;
    /** Coordinates are rounded. */
    private static final double TOUCHING = 0.99;

    @TempDir
    private Path folder;

    /** Heaps by what the object of a number refers to; the first object hangs on the only root. */
    enum Shape {
        ONE_OBJECT,
        CHAIN,
        STAR,
        LADDER,
        GRID,
        NEST,
        DENSE_BIPARTITE,
        ONE_GREAT_COMPONENT;

        private int[] targets(int object, Random random) {
            switch (this) {
                case ONE_OBJECT:
                    return new int[0];
                case CHAIN:
                    return new int[] {object + 1};
                case STAR:
                    return object == 0 ? IntStream.range(1, SIZE).toArray() : new int[0];
                case LADDER:
                    return object % 2 == 0 ? new int[] {object + 1, object + 2} : new int[] {object + 2};
                case GRID:
                    return object % 15 == 14 ? new int[] {object + 15} : new int[] {object + 1, object + 15};
                case NEST:
                    return object % 20 == 0 ? IntStream.rangeClosed(object + 1, object + 20).toArray() : new int[0];
                case DENSE_BIPARTITE:
                    return object == 0 ? IntStream.range(1, 20).toArray()
                        : object < 20 ? IntStream.range(20, 40).toArray() : new int[0];
                default:
                    return new int[] {(object + 1) % SIZE, random.nextInt(SIZE)};
            }
        }

        HeapDsl heap() {
            int size = this == ONE_OBJECT ? 1 : this == DENSE_BIPARTITE ? 40 : SIZE;
            Random random = new Random(size);
            HeapDsl heap = HeapDsl.heap().root("vm", "0");
            IntStream.range(0, CLASSES).forEach(i -> heap.klass("Shop::C" + i));
            for (int i = 0; i < size; i++) {
                heap.object("" + i).ofClass("Shop::C" + i % CLASSES).memsize(40 << random.nextInt(8))
                    .allocatedAt("lib/shop_" + i % 50 + ".rb", i % 7, "call");
                for (int target : targets(i, random)) {
                    if (target < size) {
                        heap.refers("" + target);
                    }
                }
            }
            return heap;
        }
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void allNodesAreThereAndNoTwoOverlap(Shape shape) throws Exception {
        Path dump = shape.heap().writeTo(folder.resolve("heap.json"));
        List<DumpFile> dumps = List.of(DumpFile.of(dump));
        for (Recipe.Subject subject : List.of(Recipe.Subject.HEAP, Recipe.Subject.SELECTION, Recipe.Subject.DOMINATORS,
            Recipe.Subject.CLASSES, Recipe.Subject.SITES)) {
            String about = subject == Recipe.Subject.SELECTION ? "type = OBJECT" : "";
            ViewWorkspace.open(Recipes.of(subject, dumps, about, ViewBudget.of(1_000, 4_000)), dumps,
                new TicketTask());
            requireAllOf(view(), shape + " " + subject);
            requireApart(shape + " " + subject + " as it arrives");
            requireAsWide(view(), subject, shape + " " + subject);
            for (boolean radial : new boolean[] {false, true}) {
                for (boolean fromHeap : new boolean[] {false, true}) {
                    layOut(radial, fromHeap);
                    requireApart(shape + " " + subject + (radial ? " radial" : " layered")
                        + (fromHeap ? " from the heap" : " from the graph"));
                }
            }
            Gephi.projects().closeCurrentProject();
        }
    }

    private static View view() throws Exception {
        WorkspaceHeap heap = HeapTies.current().orElseThrow();
        return Views.of(heap.recipe(), heap.loaded().orElseThrow(), Task.UNWATCHED);
    }

    private static void requireAllOf(View view, String what) {
        Set<String> ids = view.nodes().stream().map(view::id).collect(Collectors.toCollection(HashSet::new));
        assertEquals(view.nodes().size(), ids.size(), what + ": ids");
        Set<String> shown = new HashSet<>();
        int labels = 0;
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            shown.add(String.valueOf(node.getId()));
            assertFalse(node.getLabel() == null || node.getLabel().isEmpty(), what + ": no label of " + node.getId());
            labels += node.getTextProperties().isVisible() ? 1 : 0;
        }
        assertEquals(ids, shown, what);
        assertTrue(!ids.isEmpty() && labels > 0 && labels <= MOST_LABELS, what + ": " + labels + " labels");
    }

    /** The columns of paths stand further apart in a window than in a picture, whatever the names, but not far. */
    private static void requireAsWide(View view, Recipe.Subject subject, String what) {
        if (!subject.isOfGroups()) {
            double picture = span(view.nodes().stream().mapToDouble(ViewNode::x).toArray());
            double window = span(Arrays.stream(Gephi.graph().getGraph().getNodes().toArray()).mapToDouble(Node::x)
                .toArray());
            assertTrue(window <= 2.01 * picture, what + ": " + window + " wide in place of " + picture);
        }
    }

    private static double span(double[] values) {
        return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    }

    private static void requireApart(String what) {
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        for (int i = 0; i < nodes.length; i++) {
            Node node = nodes[i];
            assertTrue(Float.isFinite(node.x()) && Float.isFinite(node.y()), what + ": " + node.getId());
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(node.x() - nodes[j].x(), node.y() - nodes[j].y());
                // The size of a node is the radius of the disc that Gephi draws.
                if (distance < TOUCHING * (node.size() + nodes[j].size())) {
                    fail(what + ": " + nodes[j].getId() + " and " + node.getId() + " lie over each other");
                }
            }
        }
    }

    private static void layOut(boolean radial, boolean fromHeap) {
        HeapTreeLayout layout = (HeapTreeLayout) new HeapTreeBuilder().buildLayout();
        layout.setRadial(radial);
        layout.setFromHeap(fromHeap);
        layout.setGraphModel(Gephi.graph());
        layout.initAlgo();
        while (layout.canAlgo()) {
            layout.goAlgo();
        }
        layout.endAlgo();
    }
}
