package io.github.memdump.gephi.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapTab;
import io.github.memdump.gephi.window.dominators.MapTab;
import io.github.memdump.gephi.window.steps.StepsTab;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TabPlaceTest {
    @Test
    void theWindowMakesNoTabBeforeItIsLookedAt() throws Exception {
        EventQueue.invokeAndWait(() -> {
            MemdumpPanel panel = new MemdumpPanel();
            panel.show("", false, Optional.empty());
            assertEquals(List.of(), made(panel));
            MapTab map = panel.turnTo(MapTab.class).orElseThrow();
            assertEquals(List.of(map), made(panel));
            assertSame(map, panel.turnTo(MapTab.class).orElseThrow());
        });
    }

    @Test
    void aTabThatIsMadeShowsTheHeapOfNowAndThoseAfterIt() throws Exception {
        EventQueue.invokeAndWait(() -> {
            List<Optional<WorkspaceHeap>> shown = new ArrayList<>();
            TabPlace place = TabPlace.of(Told.class, () -> new Told(shown));
            place.show(heap("first"));
            Optional<WorkspaceHeap> second = heap("second");
            place.show(second);
            assertTrue(shown.isEmpty(), "nobody looks");
            assertInstanceOf(Told.class, place.tab());
            Optional<WorkspaceHeap> third = heap("third");
            place.show(third);
            place.tab();
            assertEquals(List.of(second, third), shown);
        });
    }

    @Test
    void placesAreCalledWhatTheirTabsAre() throws Exception {
        EventQueue.invokeAndWait(() -> {
            TabPlace place = TabPlace.of(StepsTab.class, StepsTab::new);
            String title = place.title();
            assertEquals(place.tab().title(), title);
        });
    }

    private static Optional<WorkspaceHeap> heap(String name) {
        String path = "/dumps/" + name + ".json";
        return Optional.of(WorkspaceHeap.remembered(
            Recipe.of(Recipe.Subject.HEAP, List.of(path), ViewBudget.DEFAULT),
            List.of(DumpFile.remembered(Path.of(path), 1, "f", "c")), List.of()));
    }

    private static List<Component> made(Container panel) {
        List<Component> found = new ArrayList<>();
        Deque<Container> open = new ArrayDeque<>(List.of(panel));
        while (!open.isEmpty()) {
            for (Component part : open.pop().getComponents()) {
                if (part instanceof HeapTab) {
                    found.add(part);
                } else if (part instanceof Container) {
                    open.push((Container) part);
                }
            }
        }
        return found;
    }

    /** Keeps what it is shown. */
    private static final class Told extends HeapTab {
        private static final long serialVersionUID = 1L;
        private final transient List<Optional<WorkspaceHeap>> shown;

        Told(List<Optional<WorkspaceHeap>> shown) {
            super(null);
            this.shown = shown;
        }

        @Override
        public String title() {
            return "told";
        }

        @Override
        public void show(Optional<WorkspaceHeap> heap) {
            shown.add(heap);
        }
    }
}
