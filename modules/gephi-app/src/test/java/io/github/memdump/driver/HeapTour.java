package io.github.memdump.driver;

import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.text.JTextComponent;
import org.gephi.datalab.api.DataLaboratoryHelper;
import org.gephi.datalab.spi.ContextMenuItemManipulator;
import org.gephi.datalab.spi.nodes.NodesManipulator;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.Query;
import org.gephi.filters.spi.Filter;
import org.gephi.filters.spi.FilterBuilder;
import org.gephi.filters.spi.FilterProperty;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.spi.Statistics;
import org.gephi.statistics.spi.StatisticsBuilder;
import org.gephi.visualization.api.VisualizationController;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.openide.util.Lookup;
import org.openide.windows.TopComponent;

/** What is checked on a view of a heap: steps, filter, statistic, tabs, saving. */
final class HeapTour {
    private static final String STORE = "Shop::SessionStore";

    private HeapTour() {
    }

    /** Keeps only the paths to a session, expands what it refers to, and takes both back. */
    static void steps() throws Exception {
        Map<String, float[]> all = places();
        Node session = session();
        String id = String.valueOf(session.getId());
        Seen.pointAt(session);
        Screen.await("all pale but the session under the mouse", Seen::isPale);
        step("Keep only paths", session);
        Screen.await("the path to one session", () -> count() < 20 && graph().getNode(id) != null);
        Screen.await("nothing pale after the step", () -> !Seen.isPale());
        Map<String, float[]> path = places();
        Lookup.getDefault().lookup(VisualizationController.class).selectNodes(new Node[] {graph().getNode(id)});
        Screen.await("all pale but the session that is selected", Seen::isPale);
        step("Expand references", graph().getNode(id));
        Screen.await("what the session refers to", () -> count() > path.size());
        Screen.await("nothing pale after that either", () -> !Seen.isPale());
        Map<String, float[]> expanded = places();
        path.forEach((node, place) -> expect(Arrays.equals(place, expanded.get(node)), node + " has moved"));
        new Picture().keep("expanded");
        Screen.undo();
        Screen.await("the path alone again", () -> count() == path.size());
        Screen.undo();
        Screen.await("everything again", () -> count() == all.size());
        Map<String, float[]> again = places();
        all.forEach((node, place) -> expect(Arrays.equals(place, again.get(node)), node + " came back elsewhere"));
    }

    static void step(String name, Node node) {
        for (GraphContextMenuItem menu : Lookup.getDefault().lookupAll(GraphContextMenuItem.class)) {
            menu.setup(graph(), new Node[] {node});
            ContextMenuItemManipulator[] items = menu.getSubItems();
            for (ContextMenuItemManipulator item : items == null ? new ContextMenuItemManipulator[0] : items) {
                if (item.getName().equals(name)) {
                    expect(menu.isAvailable() && item.canExecute(), name + " cannot be done");
                    item.execute();
                    return;
                }
            }
        }
        throw new AssertionError("no context menu offers " + name);
    }

    /** Shows only the sessions, by the filter of classes, and then all again. */
    static void filter() throws Exception {
        FilterController filters = Lookup.getDefault().lookup(FilterController.class);
        FilterBuilder byClass = null;
        for (FilterBuilder builder : Lookup.getDefault().lookupAll(FilterBuilder.class)) {
            byClass = builder.getName().equals("Class") ? builder : byClass;
        }
        expect(byClass != null, "there is no filter called Class");
        Filter filter = byClass.getFilter(Tour.workspace());
        FilterProperty pattern = filter.getProperties()[0];
        // The text has a type of the plugin's, which is not public to other modules but to reflection.
        pattern.setValue(filter.getClass().getMethod("getPattern").getReturnType().getMethod("of", String.class)
            .invoke(null, "Shop::Session"));
        Query query = filters.createQuery(filter);
        filters.add(query);
        sessions().forEach(node -> node.getTextProperties().setVisible(false));
        filters.filterVisible(query);
        Screen.await("240 visible sessions", () -> model().getGraphVisible().getNodeCount() == 240);
        expect(count() > 240, "the filter has taken nodes out of the graph");
        Screen.await("labels of what is left", () -> sessions().anyMatch(node -> node.getTextProperties().isVisible()));
        new Picture().keep("filtered");
        filters.filterVisible(null);
        Screen.await("all nodes visible", () -> model().getGraphVisible().getNodeCount() == count());
        filters.remove(query);
    }

    /** Removes a row of the Data Laboratory by its context menu, and takes it back. */
    static void dataLaboratory() throws Exception {
        int all = count();
        Node session = session();
        for (NodesManipulator menu : DataLaboratoryHelper.getDefault().getNodesManipulators()) {
            // Some of Gephi's own have no name before they know their nodes.
            if (menu.getClass().getName().endsWith(".HeapMenu")) {
                menu.setup(new Node[] {session}, session);
                expect(menu.isAvailable() && menu.canExecute(), "the menu is not there");
                for (ContextMenuItemManipulator item : ((ContextMenuItemManipulator) menu).getSubItems()) {
                    if (item.getName().equals("Remove")) {
                        item.execute();
                        Screen.await("one session less", () -> count() == all - 1);
                        Screen.undo();
                        Screen.await("the session again", () -> count() == all);
                        return;
                    }
                }
            }
        }
        throw new AssertionError("the Data Laboratory does not offer to remove an object");
    }

    /** Types a selection and reads how many objects it chooses, before anything is drawn. */
    static void selection() throws Exception {
        TopComponent window = Tour.memdump();
        turnTo("Select");
        int all = count();
        Screen.ask((Callable<Object>) () -> {
            Screen.find(window, JTextComponent.class, field -> "memdump.select.text".equals(field.getName())).get(0)
                .setText("class = Shop::Session and new");
            return "";
        });
        Screen.await("the number of sessions", () -> Screen.text(window).contains("240"));
        expect(count() == all, "something was drawn");
        new Picture().keep("select");
        turnTo("View");
    }

    static void turnTo(String title) throws Exception {
        Screen.press(tabs().stream().filter(tab -> tab.getText().equals(title)).findFirst().orElseThrow());
    }

    private static List<JToggleButton> tabs() {
        return Screen.find(Tour.memdump(), JToggleButton.class, button -> "memdump.tab".equals(button.getName()));
    }

    /** Empties retained sizes and lets the statistic write them again. */
    static void statistic() {
        Map<Object, Object> before = values("retained_size");
        expect(before.size() > 100, "only " + before.size() + " nodes have a retained size");
        graph().getNodes().toCollection().forEach(node -> node.removeAttribute("retained_size"));
        expect(values("retained_size").isEmpty(), "the column is not empty");
        for (StatisticsBuilder builder : Lookup.getDefault().lookupAll(StatisticsBuilder.class)) {
            if (builder.getName().equals("Retained size")) {
                Statistics statistic = builder.getStatistics();
                statistic.execute(model());
                expect(statistic.getReport().contains("retained_size"), "the report says nothing");
                expect(values("retained_size").equals(before), "other figures than before");
                return;
            }
        }
        throw new AssertionError("there is no statistic called Retained size");
    }

    /** Turns to each tab of the Memdump window and waits for rows where there are tables. */
    static void everyTab() throws Exception {
        TopComponent window = Tour.memdump();
        expect(tabs().size() == 7, tabs().size() + " tabs");
        for (JToggleButton tab : tabs()) {
            String title = tab.getText();
            turnTo(title);
            if (title.equals("Classes") || title.equals("Dominators")) {
                Screen.await("rows of " + title, () -> Screen.find(window, JTable.class,
                    table -> table.isShowing() && table.getRowCount() > 3).size() > 0);
            }
            new Picture().keep("tab-" + title.toLowerCase(Locale.ROOT));
        }
        turnTo("View");
    }

    /** Saves the project, closes it, opens it again: the same graph, and steps still work. */
    static void reopened() throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        step("Remove", session());
        int all = count();
        Screen.await("one session less", () -> count() == all - 1);
        Map<String, float[]> places = places();
        Map<Object, Object> retained = values("retained_size");
        int edges = graph().getEdgeCount();
        Screen.await("the step in the command", () -> command().contains("remove"));
        String command = command();
        File file = File.createTempFile("heap-tour", ".gephi", Given.PICTURES.path().toFile());
        projects.saveProject(projects.getCurrentProject(), file);
        Screen.await("the saved project", () -> file.length() > 0);
        projects.closeCurrentProject();
        projects.openProject(file);
        Screen.await("the project again", () -> Tour.workspace() != null && count() == places.size());
        expect(graph().getEdgeCount() == edges, graph().getEdgeCount() + " edges, not " + edges);
        expect(values("retained_size").equals(retained), "other retained sizes than before");
        Map<String, float[]> again = places();
        places.forEach((node, place) -> expect(Arrays.equals(place, again.get(node)), node + " has moved"));
        Screen.await("the same recipe as before", () -> command().equals(command));
        Screen.undo();
        Screen.await("the session that was removed", () -> count() == all);
        step("Keep only paths", session());
        Screen.await("the path to one session, from the heap that was loaded again", () -> count() < 20);
        step("Expand references", session());
        Screen.await("what the session refers to", () -> count() > 6);
        new Picture().keep("reopened");
    }

    /** The command that shows what the workspace shows, as the Memdump window tells it. */
    private static String command() {
        String told = Screen.text(Tour.memdump()).replaceAll("\\s+", " ");
        int begin = told.indexOf("memdump view");
        return begin < 0 ? "" : told.substring(begin, Math.max(begin, told.indexOf("view.gephi", begin)));
    }

    private static Stream<Node> sessions() {
        return graph().getNodes().toCollection().stream()
            .filter(node -> "Shop::Session".equals(node.getAttribute("class")));
    }

    private static Node session() {
        return sessions().findFirst().orElseThrow(() -> new AssertionError("no session of " + STORE + " is shown"));
    }

    private static Map<String, float[]> places() {
        Map<String, float[]> places = new HashMap<>();
        graph().getNodes().toCollection().forEach(node ->
            places.put(String.valueOf(node.getId()), new float[] {node.x(), node.y()}));
        return places;
    }

    private static Map<Object, Object> values(String column) {
        Map<Object, Object> values = new HashMap<>();
        Column known = model().getNodeTable().getColumn(column);
        graph().getNodes().toCollection().stream().filter(node -> node.getAttribute(known) != null)
            .forEach(node -> values.put(node.getId(), node.getAttribute(known)));
        return values;
    }

    static int count() {
        return model() == null ? 0 : graph().getNodeCount();
    }

    static Graph graph() {
        return model().getGraph();
    }

    private static GraphModel model() {
        return Tour.workspace() == null ? null
            : Lookup.getDefault().lookup(GraphController.class).getGraphModel(Tour.workspace());
    }

    private static void expect(boolean so, String otherwise) {
        if (!so) {
            throw new AssertionError(otherwise);
        }
    }
}
