package io.github.memdump.driver;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.gephi.graph.api.Node;
import org.gephi.visualization.spi.GraphContextMenuItem;
import org.openide.util.Lookup;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** The five clicks of the docs, on the dumps that the docs are about, and the picture of each. */
final class ClicksTour {
    private ClicksTour() {
    }

    /** The checks by what they check. */
    static Map<String, Tour.Check> checks() {
        Map<String, Tour.Check> checks = new LinkedHashMap<>();
        checks.put("both dumps are open", ClicksTour::opened);
        checks.put("the tab Object says whose the old Hash is", ClicksTour::holder);
        checks.put("the tab Classes begins with what came most", ClicksTour::classes);
        checks.put("only the paths to a Proc remain", ClicksTour::paths);
        checks.put("the suspects are one picture", ClicksTour::suspects);
        if (System.getProperty("memdump.driver.process") != null) {
            checks.put("a process is chosen to be dumped", ClicksTour::process);
        }
        return checks;
    }

    private static void opened() throws Exception {
        Picture.fill(WindowManager.getDefault().getMainWindow());
        Screen.await("the border", () -> Tour.name().startsWith("Border") && HeapTour.count() > 0);
        Seen.awaitRest(nodes());
        new Picture().keep("clicks-1");
        Seen.now().expectGood(nodes(), "border");
    }

    private static void holder() throws Exception {
        Node hash = Arrays.stream(nodes()).filter(node -> "Hash".equals(node.getAttribute("class")))
            .max(Comparator.comparingDouble(Node::size)).orElseThrow();
        inspect(hash);
        Screen.await("what the Hash is", () -> said("memdump.object.name").contains("Hash"));
        Screen.await("whose it is", () -> rows("memdump.object.lead").contains("leaky_shop.rb"));
        new Picture().keep("clicks-2");
    }

    private static void inspect(Node node) {
        for (GraphContextMenuItem item : Lookup.getDefault().lookupAll(GraphContextMenuItem.class)) {
            item.setup(HeapTour.graph(), new Node[] {node});
            if (item.getName().equals("Inspect Ruby object")) {
                item.execute();
                return;
            }
        }
        throw new AssertionError("no context menu inspects an object");
    }

    private static void classes() throws Exception {
        HeapTour.turnTo("Classes");
        Screen.await("the classes that came", () -> rows("memdump.histogram").contains("Shop::Session"));
        new Picture().keep("clicks-3");
    }

    private static void paths() throws Exception {
        Picture picture = new Picture();
        TopComponent graph = WindowManager.getDefault().findTopComponent("GraphTopComponent");
        int all = picture.coloured(graph);
        HeapTour.step("Keep only paths", Arrays.stream(nodes())
            .filter(node -> "Proc".equals(node.getAttribute("class"))).findFirst().orElseThrow());
        Screen.await("the path alone", () -> HeapTour.count() < 20);
        HeapTour.turnTo("Object");
        Screen.await("the Hash in the tab Object, as before", () -> said("memdump.object.name").contains("Hash"));
        HeapTour.turnTo("Steps");
        Screen.await("the rest to go from the window", () -> picture.coloured(graph) < all / 4);
        Seen.awaitRest(nodes());
        picture.keep("clicks-4");
        Seen.now().expectGood(nodes(), "path");
    }

    private static void suspects() throws Exception {
        Screen.press(ViewsTour.item("suspects"));
        Screen.await("the suspects", () -> Tour.name().startsWith("Suspects") && HeapTour.count() > 0);
        Seen.awaitRest(nodes());
        HeapTour.turnTo("View");
        new Picture().keep("clicks-5");
        Seen.now().expectGood(nodes(), "suspects");
    }

    private static void process() throws Exception {
        JDialog dialog = ViewsTour.chosenProcess();
        new Picture().keep("dump-process", dialog.getBounds());
        EventQueue.invokeLater(dialog::dispose);
        Screen.await("the end of the dialog", () -> !dialog.isShowing());
    }

    private static String said(String name) {
        return Screen.find(Tour.memdump(), JLabel.class, label -> name.equals(label.getName())).stream()
            .map(JLabel::getText).findFirst().orElse("");
    }

    /** All cells of a table, as they are shown; nothing while it is not. */
    private static String rows(String name) {
        StringBuilder text = new StringBuilder();
        for (JTable table : Screen.find(Tour.memdump(), JTable.class, each -> name.equals(each.getName()))) {
            for (int row = 0; table.isShowing() && row < table.getRowCount(); row++) {
                for (int column = 0; column < table.getColumnCount(); column++) {
                    text.append(table.getValueAt(row, column)).append(' ');
                }
            }
        }
        return text.toString();
    }

    private static Node[] nodes() {
        return HeapTour.graph().getNodes().toArray();
    }
}
