package io.github.memdump.gephi.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.GraphView;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs of nodes, a large one and a small one that has no room for its name beside that of the large one. */
final class GraphCameraTest {
    private static final int PAIRS = 4;
    private final GraphCamera camera = new GraphCamera();
    private LabelRoom room;

    @BeforeEach
    void drawPairs() {
        Gephi.projects().newProject();
        for (int i = 0; i < PAIRS; i++) {
            add("large" + i, 100 * i, 10);
            add("small" + i, 100 * i + 1, 2);
        }
        room = new LabelRoom(null, 5, 150, 0, 1_000, 1_000);
        lookTwice();
        assertEquals(Set.of("large0", "large1", "large2", "large3"), labels());
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static void add(String name, float x, float size) {
        Node node = Gephi.graph().factory().newNode(name);
        node.setLabel(name);
        node.setX(x);
        node.setSize(size);
        Gephi.graph().getGraph().addNode(node);
    }

    private void lookTwice() {
        camera.look(Gephi.graph(), room);
        camera.look(Gephi.graph(), room);
    }

    private static Set<String> labels() {
        Set<String> drawn = new TreeSet<>();
        for (Node node : Gephi.graph().getGraphVisible().getNodes().toArray()) {
            if (node.getTextProperties().isVisible()) {
                drawn.add(node.getLabel());
            }
        }
        return drawn;
    }

    private static GraphView without(String... names) {
        GraphView view = Gephi.graph().copyView(Gephi.graph().getGraph().getView());
        for (String name : names) {
            Gephi.graph().getGraph(view).removeNode(Gephi.graph().getGraph().getNode(name));
        }
        return view;
    }

    @Test
    void aFilterLetsTheLabelsOfWhatIsLeftBeChosen() {
        Gephi.graph().setVisibleView(without("large0", "large1"));
        camera.look(Gephi.graph(), room);
        assertEquals(Set.of("large2", "large3"), labels(), "a filter that changes all the time is waited for");
        camera.look(Gephi.graph(), room);
        assertEquals(Set.of("large2", "large3", "small0", "small1"), labels());
        Gephi.graph().setVisibleView(without("large2", "large3"));
        lookTwice();
        assertEquals(Set.of("large0", "large1", "small2", "small3"), labels(), "another filter of as many nodes");
        Gephi.graph().setVisibleView(null);
        lookTwice();
        assertEquals(Set.of("large0", "large1", "large2", "large3"), labels(), "the filter was taken away");
    }

    @Test
    void whatWasDeletedByHandMakesRoom() {
        Gephi.graph().getGraph().removeNode(Gephi.graph().getGraph().getNode("large3"));
        lookTwice();
        assertTrue(labels().contains("small3"));
    }

    @Test
    void nothingIsChosenAnewWhileAllStaysAsItIs() {
        Gephi.graph().getGraph().getNode("large3").getTextProperties().setVisible(false);
        lookTwice();
        assertEquals(Set.of("large0", "large1", "large2"), labels());
    }
}
