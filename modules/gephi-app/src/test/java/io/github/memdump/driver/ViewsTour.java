package io.github.memdump.driver;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.text.JTextComponent;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceInformation;
import org.openide.awt.Actions;
import org.openide.util.Lookup;
import org.openide.util.actions.Presenter;
import org.openide.windows.WindowManager;

/** Every view of two dumps, whatever is in them, looked at as the Graph window draws it. */
final class ViewsTour {
    private static final List<String> WHOLE = List.of("border", "suspects", "heap", "dominators", "classes", "sites");
    private static final List<String> ABOUT = List.of("selection", "referrers", "paths");

    private ViewsTour() {
    }

    /** The checks by what they check. */
    static Map<String, Tour.Check> checks() {
        Map<String, Tour.Check> checks = new LinkedHashMap<>();
        checks.put("opens the dumps it was started with", ViewsTour::launched);
        for (String view : WHOLE) {
            checks.put("draws " + view, () -> open(view, ""));
        }
        for (String view : ABOUT) {
            checks.put("draws " + view, () -> open(view, about()));
        }
        checks.put("never holds up the event thread", EventThread::expectFree);
        checks.put("changes the screen on the event thread alone", OffThread::expectNone);
        return checks;
    }

    private static void launched() throws InterruptedException {
        Picture.fill(WindowManager.getDefault().getMainWindow());
        Screen.await("the view of the dumps given at the start", () -> nodes().length > 0 && isComplete());
    }

    /** The new object that the border shows largest. */
    private static String about() {
        return System.getProperty("memdump.driver.about", "class = Shop::Session and new");
    }

    private static void open(String view, String about) throws Exception {
        int before = workspaces();
        JMenuItem item = item(view);
        Screen.press(item);
        if (!about.isEmpty()) {
            JDialog dialog = Screen.dialog();
            EventQueue.invokeLater(() -> Screen.find(dialog, JTextComponent.class, JTextComponent::isEditable).get(0)
                .setText(about));
            Screen.accept(dialog);
        }
        Screen.await("a workspace of " + view, () -> workspaces() == before + 1 && nodes().length > 0
            && isComplete());
        Picture picture = new Picture();
        Seen.awaitRest(nodes());
        picture.keep("view-" + view);
        Seen.now().expectGood(nodes(), view);
    }

    /** A view has its name when it is complete. */
    private static boolean isComplete() {
        return workspace().getLookup().lookup(WorkspaceInformation.class).getName().contains(": ");
    }

    private static JMenuItem item(String view) throws Exception {
        return Screen.ask(() -> {
            JMenu menu = (JMenu) ((Presenter.Menu) Actions.forID("Memdump",
                "io.github.memdump.gephi.window.ViewMenu")).getMenuPresenter();
            for (java.awt.Component item : menu.getMenuComponents()) {
                if (item instanceof AbstractButton && ("memdump.view." + view).equals(item.getName())) {
                    return (JMenuItem) item;
                }
            }
            throw new AssertionError("no view is called " + view);
        });
    }

    private static Node[] nodes() {
        return workspace() == null ? new Node[0] : Lookup.getDefault().lookup(GraphController.class)
            .getGraphModel(workspace()).getGraph().getNodes().toArray();
    }

    private static Workspace workspace() {
        return Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
    }

    private static int workspaces() {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        return projects.getCurrentProject() == null ? 0 : projects.getCurrentProject().getWorkspaces().size();
    }
}
