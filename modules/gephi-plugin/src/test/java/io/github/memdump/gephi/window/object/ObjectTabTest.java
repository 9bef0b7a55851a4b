package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewSteps;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewBudget;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.HierarchyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tab as it stands on no screen, but believes that it does. */
final class ObjectTabTest {
    private static final long PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;
    private ObjectTab tab;
    private Node first;
    private Node second;

    @BeforeEach
    void lookAtTwoObjects() throws Exception {
        open(12);
        Node[] nodes = Gephi.graph().getGraph().getNodes().toArray();
        first = nodes[0];
        second = nodes[1];
        onEvents(() -> {
            tab = new ObjectTab() {
                private static final long serialVersionUID = 1L;

                @Override
                public boolean isShowing() {
                    return true;
                }
            };
            tab.show(HeapTies.current());
            tab.inspect(id(first));
            tab.inspect(id(second));
        });
        awaitObject(second);
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private void open(int seed) throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(seed).objects(600).newObjects(300);
        List<DumpFile> dumps = List.of(DumpFile.of(heap.before().writeTo(folder.resolve(seed + "before.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve(seed + "after.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(20, 30)), dumps,
            new TicketTask());
    }

    private static void onEvents(Runnable work) throws Exception {
        EventQueue.invokeAndWait(work);
    }

    private static String id(Node node) {
        return String.valueOf(node.getId());
    }

    private void awaitObject(Node node) throws Exception {
        await(id(node));
        assertTrue(found(JButton.class, "object.back").isEnabled(), "one cannot go back");
    }

    /** Waits until the field of the address says something. */
    private void await(String text) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        AtomicReference<String> said = new AtomicReference<>("");
        do {
            Thread.sleep(20);
            onEvents(() -> said.set(found(JTextField.class, "memdump.object.address").getText()));
        } while (!said.get().equals(text) && System.currentTimeMillis() < end);
        assertEquals(text, said.get());
    }

    private <T extends Component> T found(Class<T> kind, String name) {
        return find(tab, kind, name).orElseThrow();
    }

    private static <T extends Component> Optional<T> find(Container within, Class<T> kind, String name) {
        for (Component part : within.getComponents()) {
            Optional<T> found = kind.isInstance(part) && name.equals(part.getName()) ? Optional.of(kind.cast(part))
                : part instanceof Container ? find((Container) part, kind, name) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Facts are gathered while the step is done: what they were gathered of may come after what took its place. */
    @Test
    void aStepLeavesTheObjectWhereItIs() throws Exception {
        WorkspaceHeap before = HeapTies.current().orElseThrow();
        ViewSteps.apply(Gephi.workspace(), Step.of(Step.Kind.KEEP_PATHS, List.of(id(second))), new TicketTask());
        onEvents(() -> {
            tab.show(Optional.of(before));
            assertEquals(id(second), found(JTextField.class, "memdump.object.address").getText());
            tab.show(HeapTies.current());
        });
        awaitObject(second);
        ViewSteps.undo(Gephi.workspace(), new TicketTask());
        onEvents(() -> tab.show(HeapTies.current()));
        awaitObject(second);
        onEvents(() -> found(JButton.class, "object.back").doClick());
        await(id(first));
    }

    @Test
    void theTrailSurvivesThatTheHeapIsNotThereForAWhile() throws Exception {
        onEvents(() -> {
            tab.show(Optional.empty());
            assertFalse(found(JButton.class, "object.back").isEnabled());
            tab.show(HeapTies.current());
        });
        awaitObject(second);
    }

    /** As large as the tab is in the default layout of a screen of 1280 by 800. */
    @Test
    void figuresLineAndPathAreOnTheFirstScreen() throws Exception {
        onEvents(() -> {
            tab.setSize(272, 568);
            layOut(tab);
            layOut(tab);
            assertTrue(isSeen("memdump.object.hint") && isSeen("memdump.object.lead"), "what it is");
            JLabel sentence = found(JLabel.class, "memdump.object.hint");
            String words = sentence.getText().replaceAll("<[^>]*>", "");
            int lines = sentence.getFontMetrics(sentence.getFont()).stringWidth(words) / sentence.getWidth() + 1;
            assertTrue(lines > 1, words);
            assertTrue(sentence.getHeight() >= lines * sentence.getFontMetrics(sentence.getFont()).getHeight(),
                sentence.getHeight() + " px for: " + words);
            JTable lead = found(JTable.class, "memdump.object.lead");
            assertEquals(List.of("memsize", "retained_size", "file", "line"), names(lead));
            assertTrue(found(JTable.class, "memdump.object.path").getRowCount() > 1, "there is a path");
            assertTrue(isSeen("memdump.object.path"), "the path");
            assertFalse(isSeen("memdump.object.columns"), "the long list comes after it");
            List<String> rest = names(found(JTable.class, "memdump.object.columns"));
            assertTrue(rest.contains("generation") && !rest.contains("file"), rest.toString());
        });
    }

    private static void layOut(Container part) {
        part.doLayout();
        for (Component child : part.getComponents()) {
            if (child instanceof Container) {
                layOut((Container) child);
            }
        }
    }

    private boolean isSeen(String name) {
        JComponent part = found(JComponent.class, name);
        Rectangle all = new Rectangle(part.getSize());
        return part.getHeight() > 0 && part.getVisibleRect().equals(all);
    }

    private static List<String> names(JTable columns) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < columns.getRowCount(); row++) {
            names.add(String.valueOf(columns.getValueAt(row, 0)));
        }
        return names;
    }

    @Test
    void anotherHeapBeginsAnew() throws Exception {
        open(13);
        onEvents(() -> tab.show(HeapTies.current()));
        await("");
        onEvents(() -> tab.inspect(id(Gephi.graph().getGraph().getNodes().toArray()[0])));
        await(id(Gephi.graph().getGraph().getNodes().toArray()[0]));
        assertFalse(found(JButton.class, "object.back").isEnabled());
        assertFalse(found(JLabel.class, "memdump.object.name").getText().isBlank());
    }

    /** The Graph window is listened to as soon as there is a heap, and the node is shown when the tab is first seen. */
    @Test
    void aClickBeforeTheTabWasEverOpenedCounts() throws Exception {
        GraphClicksTest.Source source = new GraphClicksTest.Source();
        boolean[] seen = {false};
        onEvents(() -> {
            tab = new ObjectTab() {
                private static final long serialVersionUID = 1L;

                @Override
                public boolean isShowing() {
                    return seen[0];
                }

                @Override
                GraphClicks graphClicks(Consumer<Node> listener) {
                    return new GraphClicks(listener, Optional::empty) {
                        @Override
                        void listen() {
                            source.tell(this);
                        }
                    };
                }
            };
            tab.show(HeapTies.current());
        });
        source.click(GraphClicksTest.Kind.NODE_LEFT_CLICK, new Node[] {second});
        onEvents(() -> {
            seen[0] = true;
            tab.dispatchEvent(new HierarchyEvent(tab, HierarchyEvent.HIERARCHY_CHANGED, tab, tab,
                HierarchyEvent.SHOWING_CHANGED));
        });
        await(id(second));
    }
}
