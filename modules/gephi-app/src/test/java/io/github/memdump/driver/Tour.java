package io.github.memdump.driver;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.swing.JDialog;
import javax.swing.JTextField;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceInformation;
import org.openide.awt.Actions;
import org.openide.util.Lookup;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** What is checked, in the order of a user's first minutes. To add a check, add a line to {@link #checks}. */
final class Tour {
    private static final List<String> COLUMNS = List.of("object", "type", "class", "name", "memsize", "generation",
        "file", "line", "method", "root_distance", "in_after", "border", "keepalive_count", "keepalive_new_count",
        "retained_count", "retained_size", "dominator");
    private static final int ENOUGH_PIXELS = 500;

    private Tour() {
    }

    /** One thing to do and see. */
    interface Check {
        void run() throws Exception;
    }

    /** The checks by what they check. */
    static Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("opens the dumps it was started with", Tour::launched);
        checks.put("draws the graph", Tour::draws);
        checks.put("opens a dump through File > Open and compares it with an earlier one", Tour::fileOpen);
        checks.put("has the columns of a dump in the node table", Tour::columns);
        checks.put("sizes and colours the nodes", Tour::style);
        checks.put("shows the Memdump window", Tour::window);
        checks.put("Border makes a workspace of its own", Tour::border);
        checks.put("Keep-alive style changes sizes", Tour::restyle);
        checks.put("Keep-alive count shows its report", Tour::count);
        checks.put("steps of the context menu change the graph where it stands, and are taken back", HeapTour::steps);
        checks.put("filters the visible graph by class", HeapTour::filter);
        checks.put("takes the same steps from the Data Laboratory", HeapTour::dataLaboratory);
        checks.put("counts what a selection chooses before anything is drawn", HeapTour::selection);
        checks.put("computes retained sizes as a statistic", HeapTour::statistic);
        checks.put("fills the tabs of the Memdump window", HeapTour::everyTab);
        checks.put("saves a project and opens it as it was, with its heap", HeapTour::reopened);
        checks.put("shows the object of a row of the Data Laboratory beside the table", Laboratory::inspects);
        checks.put("opens a GEXF as Gephi does", Tour::gexf);
        checks.put("leaves any other JSON alone, and says so", Tour::otherJson);
        checks.put("never holds up the event thread", EventThread::expectFree);
        checks.put("changes the screen on the event thread alone", OffThread::expectNone);
        return checks;
    }

    private static void launched() throws InterruptedException {
        Picture.fill(WindowManager.getDefault().getMainWindow());
        Screen.await("the border of the dumps given at the start", () -> nodes() > 0 && name().startsWith("Border"));
    }

    private static void draws() throws Exception {
        Picture picture = new Picture();
        TopComponent graph = WindowManager.getDefault().findTopComponent("GraphTopComponent");
        Screen.await("a drawn graph", () -> graph.isShowing() && picture.coloured(graph) > ENOUGH_PIXELS);
        picture.keep("border");
    }

    private static void fileOpen() throws Exception {
        int before = workspaces();
        open(Given.AFTER);
        JDialog dialog = Screen.dialog();
        JTextField earlier = Screen.find(dialog, JTextField.class, JTextField::isEditable).get(0);
        Screen.ask(() -> {
            earlier.setText(Given.BEFORE.path().toString());
            return earlier;
        });
        Screen.await("the facts of the earlier dump", () -> dialog.getRootPane().getDefaultButton() != null);
        new Picture().keep("panel");
        Screen.accept(dialog);
        awaitBorder("a workspace of the opened dump", before + 1);
    }

    private static void columns() {
        Set<String> missing = new TreeSet<>(COLUMNS);
        for (Column column : model().getNodeTable()) {
            missing.remove(column.getId());
        }
        expect(missing.isEmpty(), "missing: " + missing);
        expect(model().getNodeTable().getColumn("keepalive_new_count").isNumber(), "keepalive_new_count is no number");
        expect(model().getEdgeTable().getColumn("kind") != null, "the edges have no kind");
        expect(List.of(nodeArray()).stream().anyMatch(node -> node.getAttribute("keepalive_new_count") != null),
            "no node has a keepalive_new_count");
        expect(List.of(nodeArray()).stream().anyMatch(node -> "old".equals(node.getAttribute("border"))),
            "no node is of the old border");
    }

    private static void style() {
        expect(sizes().size() > 1, "all nodes have one size");
        Set<Integer> colours = List.of(nodeArray()).stream().map(Node::getRGBA).collect(Collectors.toSet());
        expect(colours.size() > 2, "colours: " + colours.size());
    }

    private static void window() throws Exception {
        TopComponent window = memdump();
        Screen.await("the Memdump window", window::isShowing);
        Screen.await("the facts of the workspace", () -> Screen.text(window).contains(
            Given.AFTER.path().getFileName().toString()));
    }

    private static void border() throws Exception {
        int before = workspaces();
        Screen.press(Screen.button(memdump(), "memdump.BorderView"));
        awaitBorder("a workspace of the border", before + 1);
    }

    private static void awaitBorder(String what, int workspaces) throws InterruptedException {
        Screen.await(what, () -> workspaces() == workspaces && nodes() > 0 && name().startsWith("Border"),
            () -> "; there are " + workspaces() + " workspaces in place of " + workspaces + ", the current one is "
                + name() + " of " + nodes() + " nodes" + Screen.openDialogs());
    }

    private static void restyle() throws InterruptedException {
        for (Node node : nodeArray()) {
            node.setSize(1f);
        }
        Screen.press(Screen.button(memdump(), "memdump.KeepAliveStyleAction"));
        Screen.await("sizes by keep-alive", () -> sizes().size() > 1);
    }

    private static void count() throws Exception {
        Screen.press(Screen.button(memdump(), "memdump.KeepAliveCountAction"));
        Screen.accept(Screen.dialog());
        JDialog report = Screen.dialog();
        Screen.await("the report's text", () -> Screen.text(report).toLowerCase(java.util.Locale.ROOT)
            .contains("keep"));
        new Picture().keep("keep-alive");
        EventQueue.invokeLater(report::dispose);
        Screen.await("the end of the report", () -> !report.isShowing());
    }

    private static void gexf() throws InterruptedException {
        int before = workspaces();
        open(Given.GRAPH);
        Screen.await("the four nodes of the GEXF", () -> workspaces() == before + 1 && nodes() == 4);
    }

    private static void otherJson() throws InterruptedException {
        int before = workspaces();
        open(Given.JSON);
        Screen.accept(Screen.dialog());
        expect(workspaces() == before, "a workspace was made of it");
    }

    private static void open(Given file) {
        File opened = file.path().toFile();
        EventQueue.invokeLater(() -> Actions.forID("File", "org.gephi.desktop.project.actions.OpenFile")
            .actionPerformed(new ActionEvent(opened, ActionEvent.ACTION_PERFORMED, "")));
    }

    static TopComponent memdump() {
        return WindowManager.getDefault().findTopComponent("MemdumpTopComponent");
    }

    static Workspace workspace() {
        return Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
    }

    /** The name of the current workspace, which views get when they are complete. */
    static String name() {
        return workspace() == null ? "" : workspace().getLookup().lookup(WorkspaceInformation.class).getName();
    }

    private static GraphModel model() {
        Workspace workspace = workspace();
        return workspace == null ? null : Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    }

    private static int nodes() {
        GraphModel model = model();
        return model == null ? 0 : model.getGraph().getNodeCount();
    }

    private static Node[] nodeArray() {
        Graph graph = model().getGraph();
        return graph.getNodes().toArray();
    }

    private static Set<Float> sizes() {
        return List.of(nodeArray()).stream().map(Node::size).collect(Collectors.toSet());
    }

    private static int workspaces() {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        return projects.getCurrentProject() == null ? 0 : projects.getCurrentProject().getWorkspaces().size();
    }

    private static void expect(boolean so, String otherwise) {
        if (!so) {
            throw new AssertionError(otherwise);
        }
    }
}
