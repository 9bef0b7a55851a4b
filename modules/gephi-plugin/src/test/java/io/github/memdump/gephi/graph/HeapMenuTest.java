package io.github.memdump.gephi.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.window.InspectObject;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gephi.datalab.api.DataLaboratoryHelper;
import org.gephi.datalab.spi.ContextMenuItemManipulator;
import org.gephi.datalab.spi.nodes.NodesManipulator;
import org.gephi.graph.api.Node;
import org.gephi.tools.spi.NodeClickEventListener;
import org.gephi.tools.spi.Tool;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

final class HeapMenuTest {
    @TempDir
    private Path folder;
    private String deep;
    private String one;

    @BeforeEach
    void open() throws Exception {
        HeapDsl heap = HeapDsl.heap().root("vm", "holder").object("holder").refers("one", "two").object("one")
            .refers("deep").object("two").object("deep");
        List<DumpFile> dumps = List.of(DumpFile.of(heap.writeTo(folder.resolve("dump.json"))));
        Recipe recipe = Recipes.of(Recipe.Subject.SUBGRAPH, dumps, identity(heap, "holder"), ViewBudget.DEFAULT)
            .toDepth(1);
        ViewWorkspace.open(recipe, dumps, new TicketTask());
        deep = identity(heap, "deep");
        one = identity(heap, "one");
    }

    private static String identity(HeapDsl heap, String name) {
        return heap.identity(name);
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static HeapMenu menuOfTheGraph() {
        return only(Lookup.getDefault().lookupAll(GraphContextMenuItem.class).stream());
    }

    private static HeapMenu menuOfTheDataLaboratory() {
        return only(Arrays.stream(DataLaboratoryHelper.getDefault().getNodesManipulators()));
    }

    private static HeapMenu only(Stream<?> items) {
        return items.filter(HeapMenu.class::isInstance).map(HeapMenu.class::cast).findFirst().orElseThrow();
    }

    private static Node node(String id) {
        return Gephi.graph().getGraph().getNode(id);
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 200 && !so.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(so.getAsBoolean());
    }

    private static ContextMenuItemManipulator item(HeapMenu menu, String name) {
        return Arrays.stream(menu.getSubItems()).filter(item -> item.getName().equals(name)).findFirst()
            .orElseThrow();
    }

    @Test
    void aNodeIsExpandedFromTheMenuOfTheGraph() throws Exception {
        assertNull(node(deep));
        HeapMenu menu = menuOfTheGraph();
        menu.setup(Gephi.graph().getGraph(), new Node[] {node(one)});
        assertTrue(menu.isAvailable());
        ContextMenuItemManipulator expand = item(menu, "Expand references");
        assertTrue(expand.canExecute());
        expand.execute();
        await(() -> node(deep) != null);
        await(() -> HeapTies.current().orElseThrow().recipe().steps().size() == 1);
        assertEquals("expand-references " + one, HeapTies.current().orElseThrow().recipe().steps().get(0).text());
        StepRun.undo();
        await(() -> node(deep) == null);
    }

    @Test
    void aNodeIsRemovedFromTheMenuOfTheDataLaboratory() throws Exception {
        HeapMenu menu = menuOfTheDataLaboratory();
        menu.setup(new Node[] {node(one)}, node(one));
        item(menu, "Remove").execute();
        await(() -> node(one) == null);
    }

    @Test
    void theDataLaboratoryOffersToInspectAnObject() {
        NodesManipulator inspect = Arrays.stream(DataLaboratoryHelper.getDefault().getNodesManipulators())
            .filter(InspectObject.class::isInstance).findFirst().orElseThrow();
        inspect.setup(new Node[] {node(one)}, node(one));
        assertTrue(inspect.isAvailable() && inspect.canExecute());
    }

    @Test
    void aClickWithTheToolExpands() throws Exception {
        Tool tool = Lookup.getDefault().lookupAll(Tool.class).stream().filter(ExpandTool.class::isInstance)
            .findFirst().orElseThrow();
        assertNotNull(tool.getUI().getIcon());
        assertEquals("Expand", tool.getUI().getName());
        ((NodeClickEventListener) tool.getListeners()[0]).clickNodes(new Node[] {node(one)});
        await(() -> node(deep) != null);
    }

    @Test
    void theStepsHaveWordsOfTheirOwn() {
        HeapMenu menu = menuOfTheGraph();
        menu.setup(Gephi.graph().getGraph(), new Node[] {});
        Set<Object> seen = new HashSet<>();
        for (ContextMenuItemManipulator item : menu.getSubItems()) {
            assertTrue(seen.add(item.getName()));
            assertTrue(seen.add(item.getDescription()));
            assertFalse(item.canExecute());
        }
    }
}
