package io.github.memdump.driver;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import javax.swing.JToggleButton;
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
        for (String tab : List.of("Classes", "Dominators", "Map", "Object", "Select", "Steps", "View")) {
            checks.put("shows the tab " + tab, () -> tab(tab));
        }
        checks.put("asks what a view is about", () -> question("subgraph"));
        checks.put("lists processes", () -> action("io.github.memdump.gephi.process.DumpProcess", "processes"));
        checks.put("never holds up the event thread", EventThread::expectFree);
        checks.put("changes the screen on the event thread alone", OffThread::expectNone);
        if (System.getProperty("memdump.driver.process") != null) {
            checks.put("dumps a process that nobody prepared", ViewsTour::dumpProcess);
        }
        checks.keySet().removeIf(check -> !Given.VIEWS.matches(check));
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
        Exported.expectGood(nodes(), view);
    }

    /** A view has its name when it is complete. */
    private static boolean isComplete() {
        return workspace().getLookup().lookup(WorkspaceInformation.class).getName().contains(": ");
    }

    private static void tab(String title) throws Exception {
        JToggleButton button = Screen.find(Tour.memdump(), JToggleButton.class, tab -> tab.getText().equals(title))
            .get(0);
        Screen.press(button);
        Screen.await("the turn to " + title, button::isSelected);
        // What it shows is begun by the event thread, after the turn.
        Screen.ask(() -> "");
        Screen.await("the tab " + title, () -> isFilled(title) && !Screen.text(Tour.memdump()).contains("Counting"));
        new Picture().keep("tab-" + title);
    }

    /** Tables have rows, and a map says what is on top of it, once they are counted. */
    private static boolean isFilled(String title) {
        switch (title) {
            case "Classes":
            case "Dominators":
                return !Screen.find(Tour.memdump(), JTable.class, table -> table.isShowing() && table.getRowCount() > 0)
                    .isEmpty();
            case "Map":
                return !Screen.find(Tour.memdump(), JLabel.class, label -> label.isShowing()
                    && "memdump.map.trail".equals(label.getName()) && !label.getText().isBlank()).isEmpty();
            default:
                return true;
        }
    }

    private static void question(String view) throws Exception {
        Screen.press(item(view));
        close("question");
    }

    private static void action(String id, String picture) throws Exception {
        EventQueue.invokeLater(() -> Actions.forID("Memdump", id).actionPerformed(
            new ActionEvent(ViewsTour.class, ActionEvent.ACTION_PERFORMED, "")));
        close(picture);
    }

    /** Takes a dump of the process of a command and waits until that is to be opened. */
    private static void dumpProcess() throws Exception {
        JDialog dialog = chosenProcess();
        new Picture().keep("processes");
        Screen.press(dialog.getRootPane().getDefaultButton());
        Screen.await("the end of the dialog", () -> !dialog.isShowing());
        JDialog opened = Screen.dialog();
        new Picture().keep("dumped");
        Screen.accept(opened);
        Screen.await("its view", () -> nodes().length > 0 && isComplete());
    }

    /** Opens the list of processes and chooses the one of a command. */
    static JDialog chosenProcess() throws Exception {
        String command = System.getProperty("memdump.driver.process");
        EventQueue.invokeLater(() -> Actions.forID("Memdump", "io.github.memdump.gephi.process.DumpProcess")
            .actionPerformed(new ActionEvent(ViewsTour.class, ActionEvent.ACTION_PERFORMED, "")));
        JDialog dialog = Screen.dialog();
        JTable table = Screen.find(dialog, JTable.class, JTable::isShowing).get(0);
        Screen.await("the process", () -> table.getRowCount() > 0);
        Screen.ask(() -> {
            for (int row = 0; row < table.getRowCount(); row++) {
                if (String.valueOf(table.getValueAt(row, 0)).contains(command)) {
                    table.setRowSelectionInterval(row, row);
                }
            }
            return "";
        });
        Screen.await("what is known of it", () -> Screen.text(dialog).contains("is not prepared"));
        return dialog;
    }

    private static void close(String picture) throws Exception {
        JDialog dialog = Screen.dialog();
        Thread.sleep(2_500);
        new Picture().keep(picture);
        EventQueue.invokeLater(dialog::dispose);
        Screen.await("the end of the dialog", () -> !dialog.isShowing());
    }

    static JMenuItem item(String view) throws Exception {
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
