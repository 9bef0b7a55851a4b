package io.github.memdump.gephi.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.Test;

final class PointedNodeTest {
    private final GraphModel model = GraphModel.Factory.newInstance();
    private final Graph graph = model.getGraph();

    private void add(String id, float x, float size) {
        Node node = model.factory().newNode(id);
        node.setPosition(x, 0);
        node.setSize(size);
        graph.addNode(node);
    }

    private String at(double x) {
        return PointedNode.nearest(graph, x, 0, 5).map(node -> node.getId().toString()).orElse("none");
    }

    @Test
    void theNodeNearestToTheMouseIsMeantWhenNoneIsUnderIt() {
        add("small", 0, 1);
        add("other", 9, 1);
        assertEquals("small", at(4));
        assertEquals("other", at(5));
    }

    @Test
    void noNodeIsMeantFarFromAll() {
        add("small", 0, 1);
        assertEquals("small", at(5.9));
        assertEquals("none", at(6.1));
        graph.clear();
        assertEquals("none", at(0));
    }

    @Test
    void distanceCountsFromTheRimAndOfDiscsOverEachOtherTheOneWhoseMiddleIsNearerIsMeant() {
        add("large", 0, 10);
        add("small", 8, 1);
        assertEquals("large", at(2));
        assertEquals("small", at(8.5));
        assertEquals("large", at(11));
    }

    @Test
    void nothingIsPointedAtWithoutAGraphWindow() {
        assertEquals(Optional.empty(), PointedNode.find());
    }
}
