package io.github.memdump.gephi.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.filter.BorderFilter;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.util.List;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.Query;
import org.gephi.filters.spi.FilterProperty;
import org.gephi.filters.spi.NodeFilter;
import org.gephi.graph.api.Configuration;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphView;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openide.util.Lookup;

final class LifetimesTest {
    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void nodesLiveFromTheirGenerationToTheLastAndEdgesAsLongAsBothTheirNodes() throws Exception {
        openABorder();
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        int known = Lifetimes.give(Gephi.graph(), "generation", Task.UNWATCHED);
        assertTrue(known > 100 && known < nodes.length, known + " of " + nodes.length);
        double last = Gephi.graph().getTimeBounds().getHigh();
        for (Node node : nodes) {
            Object generation = node.getAttribute("generation");
            assertEquals(1, node.getIntervals().length);
            assertEquals(last, node.getIntervals()[0].getHigh());
            if (generation != null) {
                assertEquals(((Number) generation).doubleValue(), node.getIntervals()[0].getLow());
            }
        }
        for (Edge edge : Gephi.graph().getGraph().getEdges().toArray()) {
            assertEquals(Math.max(edge.getSource().getIntervals()[0].getLow(),
                edge.getTarget().getIntervals()[0].getLow()), edge.getIntervals()[0].getLow());
        }
    }

    @Test
    void theTimelineShowsWhatWasThereAndRemovingUndoesIt() throws Exception {
        openABorder();
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        Lifetimes.give(Gephi.graph(), "generation", Task.UNWATCHED);
        double first = Gephi.graph().getTimeBounds().getLow();
        GraphView view = Gephi.graph().createView();
        long early = 0;
        for (Node node : nodes) {
            early += node.getIntervals()[0].getLow() == first ? 1 : 0;
        }
        assertEquals(early, Gephi.graph().getNodeTimeIndex().get(new Interval(first, first)).toCollection().size());
        assertTrue(early < nodes.length);
        Gephi.graph().destroyView(view);
        assertEquals(nodes.length, Lifetimes.remove(Gephi.graph(), Task.UNWATCHED));
        for (Node node : nodes) {
            assertEquals(0, node.getIntervals().length);
        }
        assertEquals(0, Lifetimes.remove(Gephi.graph(), Task.UNWATCHED));
    }

    @Test
    void removingTimesAlsoTakesAwayTheRangeOfTheTimeline() throws Exception {
        openABorder();
        Lifetimes.give(Gephi.graph(), "generation", Task.UNWATCHED);
        FilterController filters = Lookup.getDefault().lookup(FilterController.class);
        Query range = filters.createQuery(new DynamicRangeFilter());
        Query other = filters.createQuery(new BorderFilter());
        filters.add(range);
        filters.add(other);
        filters.setCurrentQuery(range);
        Lifetimes.remove(Gephi.graph(), Task.UNWATCHED);
        assertEquals(List.of(other), List.of(filters.getModel().getQueries()));
        assertTrue(Gephi.graph().getVisibleView().isMainView());
    }

    /** Called as Gephi's own, by which it is known. */
    private static final class DynamicRangeFilter implements NodeFilter {
        @Override
        public boolean init(Graph graph) {
            return true;
        }

        @Override
        public boolean evaluate(Graph graph, Node node) {
            return false;
        }

        @Override
        public void finish() {
            // Nothing was begun.
        }

        @Override
        public String getName() {
            return "range";
        }

        @Override
        public FilterProperty[] getProperties() {
            return new FilterProperty[0];
        }
    }

    private static void openABorder() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(400, 4_000)), dumps,
            new TicketTask());
    }

    @Test
    void aGraphOfPointsInTimeGetsPoints() {
        Gephi.projects().newProject();
        Configuration points = Gephi.graph().getConfiguration();
        points.setTimeRepresentation(TimeRepresentation.TIMESTAMP);
        Gephi.graph().setConfiguration(points);
        Gephi.graph().getNodeTable().addColumn("first_dump", Integer.class);
        Node[] nodes = new Node[3];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = Gephi.graph().factory().newNode("n" + i);
            nodes[i].setAttribute("first_dump", i + 1);
            Gephi.graph().getGraph().addNode(nodes[i]);
        }
        assertEquals(3, Lifetimes.give(Gephi.graph(), "first_dump", Task.UNWATCHED));
        assertEquals(3, Lifetimes.give(Gephi.graph(), "first_dump", Task.UNWATCHED));
        assertArrayEquals(new double[] {1, 2, 3}, nodes[0].getTimestamps());
        assertArrayEquals(new double[] {3}, nodes[2].getTimestamps());
        assertEquals(3, Lifetimes.remove(Gephi.graph(), Task.UNWATCHED));
        assertEquals(0, nodes[0].getTimestamps().length);
    }

    @Test
    void aGraphWithoutTheColumnIsLeftAlone() {
        Gephi.projects().newProject();
        Node node = Gephi.graph().factory().newNode("n");
        Gephi.graph().getGraph().addNode(node);
        assertEquals(0, Lifetimes.give(Gephi.graph(), "generation", Task.UNWATCHED));
        assertEquals(0, node.getIntervals().length);
    }
}
