package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.assembly.Views;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StyleTest {
    private HeapDsl after;
    private Heap heap;
    private View view;

    @BeforeEach
    void showALeak() {
        HeapDsl before = HeapDsl.heap().root("vm", "Store").klass("Store").klass("Session").klass("Other")
            .klass("Hash").object("store").ofClass("Store").heldBy("Store").hash("all").ofClass("Hash")
            .heldBy("store").object("bystander").heldBy("Store");
        after = before.then();
        for (int i = 0; i < 12; i++) {
            after.object("session" + i).ofClass("Session").generation(9).heldBy("all");
            for (int k = 0; k <= i; k++) {
                after.object("inner" + i + "_" + k).ofClass("Other").generation(9).heldBy("session" + i);
            }
        }
        heap = Loading.load(after);
        Findings findings = Findings.ofLeak(Loading.load(before), heap, Task.UNWATCHED);
        view = Views.of(Recipe.border("before", "after", ViewBudget.DEFAULT), findings, Task.UNWATCHED);
    }

    private ViewNode node(String symbol) {
        int object = symbol.equals("vm") ? heap.rootNamed("vm") : heap.at(Addresses.parse(after.address(symbol)));
        return view.nodes().stream().filter(node -> node.object() == object).findFirst().orElseThrow();
    }

    @Test
    void coloursTellRolesApart() {
        assertEquals(NodeRole.ROOT.rgb(), node("vm").rgb());
        assertEquals(NodeRole.OLD.rgb(), node("Store").rgb());
        assertEquals(NodeRole.OLD.rgb(), node("store").rgb());
        assertEquals(NodeRole.HOLDER.rgb(), node("all").rgb());
        assertEquals(NodeRole.NEW_BORDER.rgb(), node("session3").rgb());
        assertEquals(NodeRole.NEW.rgb(), node("inner3_1").rgb());
        Set<Integer> colours = new HashSet<>();
        for (NodeRole role : NodeRole.values()) {
            assertTrue(colours.add(role.rgb()), role + " has the colour of another role");
            assertEquals(role, NodeRole.ofColour(role.rgb()).orElseThrow());
        }
        assertTrue(NodeRole.ofColour(0x123456).isEmpty());
    }

    @Test
    void theBorderColoursDifferInLightness() {
        List<Double> grey = List.of(NodeRole.ROOT, NodeRole.HOLDER, NodeRole.NEW_BORDER, NodeRole.OLD, NodeRole.NEW)
            .stream().map(role -> lightness(role.rgb())).collect(Collectors.toList());
        for (int i = 1; i < grey.size(); i++) {
            assertTrue(grey.get(i) > grey.get(i - 1) + 0.05, grey.toString());
        }
    }

    private static double lightness(int rgb) {
        return 0.2126 * (rgb >> 16 & 0xFF) / 255 + 0.7152 * (rgb >> 8 & 0xFF) / 255 + 0.0722 * (rgb & 0xFF) / 255;
    }

    @Test
    void whatKeepsMoreAliveIsLarger() {
        for (int i = 1; i < 12; i++) {
            assertTrue(node("session" + i).size() > node("session" + (i - 1)).size());
        }
        assertTrue(node("inner1_0").size() < node("session0").size());
    }

    @Test
    void whatMattersIsNamedAndEqualsTogether() {
        assertEquals("root vm", node("vm").label());
        assertEquals("class Store", node("Store").label());
        assertEquals("Hash", node("all").label());
        assertEquals("Session ×12", node("session11").label());
        long named = view.nodes().stream().filter(node -> !node.label().isEmpty()).count();
        assertEquals(5, named, "three on the path, the holder, and one for all sessions");
    }

    @Test
    void whatIsNeitherNewNorOnAPathIsNotShown() {
        int bystander = heap.at(Addresses.parse(after.address("bystander")));
        assertFalse(ViewChecks.objects(view).contains(bystander));
    }

    @Test
    void theDiscOfAHolderTellsWhatItHolds() {
        ViewFan fan = view.sketch().fans().stream().filter(disc -> disc.radius() > 0).findFirst().orElseThrow();
        assertEquals(node("all").object(), view.nodes().get(fan.hub()).object());
        ViewFan.Group group = fan.groups().get(0);
        assertEquals("Session", group.name());
        assertEquals(12, group.held());
        assertEquals(12, group.shown());
        assertEquals(13, group.mostKept());
        assertEquals(12 + 78, group.newWithin());
    }
}
