package io.github.memdump.app.probe;

import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JDialog;
import javax.swing.JTextField;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.awt.Actions;
import org.openide.util.Lookup;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** Opens two dumps as a person would and checks what comes of it. */
public final class Probe {
    private static final List<String> COLUMNS = List.of("object", "type", "class", "name", "memsize", "generation",
        "file", "line", "method", "root_distance", "in_after", "border", "keepalive_count", "keepalive_new_count",
        "retained_count", "retained_size", "dominator");
    private static final int COLOURS_OF_A_DRAWN_GRAPH = 30;

    private final Path directory = Path.of(System.getProperty("memdump.probe.directory"));
    private final File before = new File(System.getProperty("memdump.probe.before"));
    private final File after = new File(System.getProperty("memdump.probe.after"));

    private Probe() {
    }

    /** Returns "ok", or throws with what is wrong. */
    public static String run() throws Exception {
        Probe probe = new Probe();
        Screen.await("the main window", () -> WindowManager.getDefault().getMainWindow().isShowing());
        probe.opensTwoDumpsThroughFileOpen();
        probe.fillsTheNodeTable();
        probe.showsTheMemdumpWindow();
        probe.stylesByKeepAlive();
        probe.showsTheBorderAgainInANewWorkspace();
        probe.countsKeepAlive();
        return "ok";
    }

    private void opensTwoDumpsThroughFileOpen() throws Exception {
        Action open = Screen.onEventThread(() ->
            Actions.forID("File", "org.gephi.desktop.project.actions.OpenFile"));
        Screen.later(() -> open.actionPerformed(new ActionEvent(after, ActionEvent.ACTION_PERFORMED, "")));
        JTextField field = (JTextField) Screen.named("memdump.before");
        Screen.onEventThread(() -> {
            field.setText(before.getPath());
            return null;
        });
        AbstractButton border = (AbstractButton) Screen.named("memdump.show.BORDER");
        Screen.await("the choice Border", border::isEnabled);
        Screen.onEventThread(() -> {
            border.doClick();
            return null;
        });
        Screen.picture(directory.resolve("panel.png"));
        Screen.press("OK");
        Screen.await("nodes in the graph", () -> graph() != null && graph().getGraph().getNodeCount() > 0);
        // The view is drawn and centred after the import has ended.
        Thread.sleep(4000);
        BufferedImage picture = Screen.picture(directory.resolve("border.png"));
        TopComponent window = WindowManager.getDefault().findTopComponent("GraphTopComponent");
        Rectangle part = Screen.onEventThread(() -> new Rectangle(window.getLocationOnScreen(), window.getSize()));
        int colours = Screen.colours(picture, part);
        check(colours > COLOURS_OF_A_DRAWN_GRAPH, "the Graph window shows only " + colours + " colours");
    }

    private void fillsTheNodeTable() {
        GraphModel graph = graph();
        for (String id : COLUMNS) {
            Column column = graph.getNodeTable().getColumn(id);
            check(column != null, "the node table has no column " + id);
        }
        check(graph.getNodeTable().getColumn("keepalive_new_count").isNumber(), "keepalive_new_count is no number");
        check(graph.getEdgeTable().getColumn("kind") != null, "the edge table has no column kind");
        int border = 0;
        for (Node node : graph.getGraph().getNodes().toArray()) {
            border += "new".equals(node.getAttribute("border")) ? 1 : 0;
        }
        check(border == 532, "532 objects of the new border are in the example, " + border + " are shown");
    }

    private void showsTheMemdumpWindow() throws Exception {
        TopComponent window = WindowManager.getDefault().findTopComponent("MemdumpTopComponent");
        check(window != null, "there is no Memdump window");
        check(Screen.onEventThread(window::isOpened), "the Memdump window is not open");
        for (String action : List.of("CompareWith", "BorderView", "KeepAliveStyleAction")) {
            Component button = Screen.named("memdump." + action);
            Screen.await("the button " + action, button::isEnabled);
        }
    }

    private void stylesByKeepAlive() throws Exception {
        Node node = graph().getGraph().getNodes().toArray()[0];
        float size = node.size();
        node.setSize(size + 100);
        press("memdump.KeepAliveStyleAction");
        Screen.await("the sizes by keep-alive", () -> node.size() != size + 100);
    }

    private void showsTheBorderAgainInANewWorkspace() throws Exception {
        Workspace first = projects().getCurrentWorkspace();
        press("memdump.BorderView");
        Screen.await("a workspace of its own for the border", () -> projects().getCurrentWorkspace() != first
            && graph() != null && graph().getGraph().getNodeCount() > 0);
    }

    private void countsKeepAlive() throws Exception {
        press("memdump.KeepAliveCountAction");
        Screen.await("the report on keep-alive", () -> dialogs().size() > 0);
        Thread.sleep(500);
        Screen.picture(directory.resolve("keep-alive.png"));
        for (JDialog dialog : dialogs()) {
            Screen.onEventThread(() -> {
                dialog.dispose();
                return null;
            });
        }
    }

    private static void press(String name) throws InterruptedException {
        AbstractButton button = (AbstractButton) Screen.named(name);
        Screen.await("the button " + name, button::isEnabled);
        Screen.later(button::doClick);
    }

    private static List<JDialog> dialogs() {
        List<JDialog> showing = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window instanceof JDialog && window.isShowing()) {
                showing.add((JDialog) window);
            }
        }
        return showing;
    }

    private static ProjectController projects() {
        return Lookup.getDefault().lookup(ProjectController.class);
    }

    private static GraphModel graph() {
        return projects().getCurrentWorkspace() == null ? null
            : Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
