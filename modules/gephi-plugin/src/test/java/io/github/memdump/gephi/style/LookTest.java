package io.github.memdump.gephi.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewSteps;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewBudget;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gephi.appearance.api.AppearanceController;
import org.gephi.appearance.api.Function;
import org.gephi.appearance.plugin.PartitionElementColorTransformer;
import org.gephi.appearance.plugin.RankingNodeSizeTransformer;
import org.gephi.appearance.spi.Transformer;
import org.gephi.graph.api.GraphView;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openide.util.Lookup;

final class LookTest {
    private Node[] objects;

    @BeforeEach
    void openABorder() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(400, 4_000)), dumps,
            new TicketTask());
        objects = Attributes.visibleObjects(Gephi.graph());
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void tellsHowManyNodesItStyledAndLeavesRestsAlone(Look look) {
        Map<Object, Integer> rests = new HashMap<>();
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            if (Attributes.isRest(node)) {
                rests.put(node.getId(), node.getRGBA() + Math.round(node.size()));
            }
        }
        assertFalse(rests.isEmpty());
        assertEquals(objects.length, look.apply(Gephi.graph(), Task.UNWATCHED));
        rests.forEach((id, before) -> {
            Node rest = Gephi.graph().getGraph().getNode(id);
            assertEquals(before, rest.getRGBA() + Math.round(rest.size()));
        });
        StyleLegend.Part part = look.isSize() ? StyleLegend.Part.SIZES : StyleLegend.Part.COLOURS;
        assertFalse(StyleLegend.ofCurrent().orElseThrow().heading(part).isEmpty());
    }

    @Test
    void theLegendCountsAgainWhatIsLeftAfterAStep() throws Exception {
        Look.COLOUR_BY_CLASS.apply(Gephi.graph(), Task.UNWATCHED);
        Node kept = Arrays.stream(objects).filter(node -> node.getAttribute("border").equals("new")).findFirst()
            .orElseThrow();
        ViewSteps.apply(Gephi.workspace(), Step.of(Step.Kind.KEEP_PATHS, List.of(String.valueOf(kept.getId()))),
            new TicketTask());
        Map<Integer, Integer> counts = new HashMap<>();
        for (Node node : Attributes.visibleObjects(Gephi.graph())) {
            counts.merge(node.getRGBA() & 0xFFFFFF, 1, Integer::sum);
        }
        List<StyleLegend.Entry> entries = StyleLegend.ofCurrent().orElseThrow().entries(StyleLegend.Part.COLOURS);
        assertTrue(entries.size() > 3 && counts.size() < entries.size(), counts.toString());
        for (StyleLegend.Entry entry : entries) {
            assertTrue(entry.meaning().endsWith("(" + counts.getOrDefault(entry.rgb(), 0) + ")"), entry.meaning());
        }
    }

    @Test
    void largerAmountsHaveLargerNodesOnALogarithmicScale() {
        Look.SIZE_BY_RETAINED_SIZE.apply(Gephi.graph(), Task.UNWATCHED);
        Arrays.sort(objects, (a, b) -> Long.compare(retained(a), retained(b)));
        for (int i = 1; i < objects.length; i++) {
            assertTrue(objects[i].size() >= objects[i - 1].size() - 1e-3);
        }
        Node least = objects[0];
        Node most = objects[objects.length - 1];
        double range = Math.log1p(retained(most) - retained(least));
        for (Node node : objects) {
            double part = (node.size() - least.size()) / (most.size() - least.size());
            assertEquals(Math.log1p(retained(node) - retained(least)) / range, part, 0.01);
        }
    }

    private static long retained(Node node) {
        return node.getAttribute("retained_size") == null ? 0 : (Long) node.getAttribute("retained_size");
    }

    @Test
    void theMostFrequentClassesHaveColoursOfTheirOwnAndTheRestIsGrey() {
        Look.COLOUR_BY_CLASS.apply(Gephi.graph(), Task.UNWATCHED);
        Map<Object, Integer> colours = new HashMap<>();
        Map<Object, Integer> counts = new HashMap<>();
        for (Node node : objects) {
            Object name = node.getAttribute("class");
            counts.merge(String.valueOf(name), 1, Integer::sum);
            Integer before = colours.put(String.valueOf(name), node.getRGBA());
            assertTrue(before == null || before == node.getRGBA());
        }
        Set<Integer> distinct = new HashSet<>(colours.values());
        assertEquals(Math.min(Palette.KINDS.size() + 1, distinct.size()), distinct.size());
        counts.remove("null");
        Object mostFrequent = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        assertEquals(Palette.KINDS.get(0).getRGB(), colours.get(mostFrequent));
    }

    @Test
    void gephisOwnAppearanceShowsAndDoesTheSame() {
        Look.COLOUR_BY_CLASS.apply(Gephi.graph(), Task.UNWATCHED);
        Look.SIZE_BY_RETAINED_SIZE.apply(Gephi.graph(), Task.UNWATCHED);
        requireSame("class", PartitionElementColorTransformer.class);
        requireSame("retained_size", RankingNodeSizeTransformer.class);
    }

    private static float least(float[] values) {
        float least = values[0];
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float most(float[] values) {
        float most = values[0];
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    private void requireSame(String column, Class<? extends Transformer> transformer) {
        float[] sizes = new float[objects.length];
        Color[] colours = new Color[objects.length];
        for (int i = 0; i < objects.length; i++) {
            sizes[i] = objects[i].size();
            colours[i] = objects[i].getColor();
            if (objects[i].getAttribute(column) != null) {
                objects[i].setSize(1);
                objects[i].setColor(Color.BLACK);
            }
        }
        AppearanceController appearance = Lookup.getDefault().lookup(AppearanceController.class);
        Function function = appearance.getModel().getNodeFunction(Gephi.graph().getNodeTable().getColumn(column),
            transformer);
        if (function.getTransformer() instanceof RankingNodeSizeTransformer) {
            // Gephi makes a transformer for each who asks; what it shares is the ranking with its scale.
            RankingNodeSizeTransformer bounds = function.getTransformer();
            bounds.setMinSize(least(sizes));
            bounds.setMaxSize(most(sizes));
        }
        appearance.transform(function);
        boolean bySize = transformer == RankingNodeSizeTransformer.class;
        for (int i = 0; i < objects.length; i++) {
            if (bySize) {
                assertEquals(sizes[i], objects[i].size(), 0.05f, String.valueOf(objects[i].getId()));
                objects[i].setColor(colours[i]);
            } else {
                assertEquals(colours[i], objects[i].getColor());
                objects[i].setSize(sizes[i]);
            }
        }
    }

    @Test
    void stylesTheVisibleGraphAlone() {
        GraphView view = Gephi.graph().createView();
        Gephi.graph().getGraph(view).addNode(objects[0]);
        Gephi.graph().setVisibleView(view);
        Color before = objects[1].getColor();
        objects[1].setColor(Color.MAGENTA);
        assertEquals(1, Look.COLOUR_BY_TYPE.apply(Gephi.graph(), Task.UNWATCHED));
        assertEquals(Color.MAGENTA, objects[1].getColor());
        objects[1].setColor(before);
    }

    @Test
    void saysWhatIsMissingAndLeavesAGraphWithoutValuesAlone() {
        Gephi.projects().newProject();
        Node node = Gephi.graph().factory().newNode("n");
        Gephi.graph().getGraph().addNode(node);
        node.setSize(3);
        for (Look look : Look.values()) {
            assertEquals(0, look.apply(Gephi.graph(), Task.UNWATCHED), look.name());
            assertFalse(look.missing().isEmpty());
        }
        assertEquals(3, node.size());
    }

    @Test
    void namesOfNeighboursAreNotWrittenOnOneAnother() {
        Gephi.projects().newProject();
        String[] labels = {"Shop::Store", "Hash", "far", "+ 5 more"};
        for (int i = 0; i < labels.length; i++) {
            Node node = Gephi.graph().factory().newNode(i == 3 ? "n2+" : "n" + i);
            node.setPosition(i >= 2 ? 300 : 4 * i, 0);
            node.setSize(i == 3 ? 50 : 5 - i);
            node.setLabel(labels[i]);
            Gephi.graph().getGraph().addNode(node);
        }
        assertEquals(2, NodeLabels.draw(Gephi.graph()));
        assertEquals(List.of("n0", "n2"), Arrays.stream(Gephi.graph().getGraph().getNodes().toArray())
            .filter(node -> node.getTextProperties().isVisible()).map(node -> String.valueOf(node.getId()))
            .sorted().collect(Collectors.toList()), "what is not shown never covers what is");
        assertEquals("Hash", Gephi.graph().getGraph().getNode("n1").getLabel());
    }

    @Test
    void theFewNodesThatAStepLeavesAreAllNamed() {
        Gephi.projects().newProject();
        String[] labels = {"Fanout", "Hash", "Array", "ActiveSupport::Notifications::Fanout::Subscribers::Timed"};
        float[] x = {4872, 5177, 5530, 5843};
        for (int i = 0; i < labels.length; i++) {
            Node node = Gephi.graph().factory().newNode("n" + i);
            node.setPosition(x[i], i == 3 ? -2 : 0);
            node.setSize(5);
            node.setLabel(labels[i]);
            Gephi.graph().getGraph().addNode(node);
        }
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        LabelRoom room = new LabelRoom(null, 90, 5000, 0, 9_000, 5_000);
        assertTrue(NodeLabels.draw(Gephi.graph(), nodes, room) < labels.length);
        assertTrue(StandClear.draw(Gephi.graph(), nodes, room) > 0);
        for (Node node : nodes) {
            assertTrue(node.getTextProperties().isVisible(), node.getLabel());
            assertTrue(Math.abs(node.y()) < 500, node.getLabel() + " went far from its place");
        }
    }

    @Test
    void whatHundredsOfHoldersHangOnIsNamedBeforeMostOfThem() {
        Gephi.projects().newProject();
        Table columns = Gephi.graph().getNodeTable();
        columns.addColumn(Column.BORDER.id(), String.class);
        columns.addColumn(Column.IN_AFTER.id(), Integer.class);
        columns.addColumn(Column.KEEPALIVE_NEW_COUNT.id(), Integer.class);
        for (int i = 0; i < 400; i++) {
            Node node = Gephi.graph().factory().newNode("n" + i);
            // The first beside one of them, whose name would be written over its own.
            node.setPosition(i == 0 ? 99 : i % 20 * 100, i == 0 ? 1_900 : i / 20 * 100);
            node.setSize(i == 0 ? 1 : 5);
            node.setAttribute(Column.KEEPALIVE_NEW_COUNT.id(), i == 0 ? 0 : 400 - i);
            node.setLabel("Hash");
            node.setAttribute(Column.IN_AFTER.id(), 0);
            if (i > 0) {
                node.setAttribute(Column.BORDER.id(), "old");
            }
            Gephi.graph().getGraph().addNode(node);
            if (i > 0) {
                Gephi.graph().getGraph().addEdge(Gephi.graph().factory().newEdge(
                    Gephi.graph().getGraph().getNode("n0"), node));
            }
        }
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        assertTrue(NodeLabels.draw(Gephi.graph(), nodes, new LabelRoom(null, 10, 950, 950, 3_000, 3_000)) > 20);
        assertTrue(Gephi.graph().getGraph().getNode("n0").getTextProperties().isVisible());
    }

    @Test
    void labelsAreChosenForWhatIsSeen() {
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        Node one = nodes[0];
        LabelRoom close = new LabelRoom(null, 0.01, one.x(), one.y(), 1, 1);
        assertTrue(NodeLabels.draw(Gephi.graph(), nodes, close) >= 1);
        assertTrue(one.getTextProperties().isVisible());
        for (Node node : nodes) {
            boolean seen = Math.abs(node.x() - one.x()) <= 1 && Math.abs(node.y() - one.y()) <= 1;
            assertTrue(seen || !node.getTextProperties().isVisible());
        }
    }

    @Test
    void labelsAreFewAndStandClearOfEachOther() {
        int written = NodeLabels.apply(Gephi.graph(), LabelText.CLASS_AND_SIZE, Task.UNWATCHED);
        assertTrue(written > 3 && written <= 80, written + " labels");
        double letter = LetterHeight.of(Gephi.graph().getGraph().getNodes().toArray());
        Node[] labelled = Arrays.stream(Gephi.graph().getGraph().getNodes().toArray())
            .filter(node -> node.getTextProperties().isVisible()).toArray(Node[]::new);
        assertEquals(written, labelled.length);
        for (int i = 0; i < labelled.length; i++) {
            for (int j = 0; j < i; j++) {
                double room = (labelled[i].getLabel().length() + labelled[j].getLabel().length()) * letter * 0.25;
                assertTrue(Math.abs(labelled[i].y() - labelled[j].y()) >= letter
                    || Math.abs(labelled[i].x() - labelled[j].x()) >= room);
            }
        }
        assertEquals(0, NodeLabels.apply(Gephi.graph(), LabelText.NONE, Task.UNWATCHED));
        assertTrue(Arrays.stream(objects).noneMatch(node -> node.getTextProperties().isVisible()));
        assertTrue(Arrays.stream(objects).noneMatch(node -> node.getLabel().isEmpty()), "tables keep their names");
    }
}
