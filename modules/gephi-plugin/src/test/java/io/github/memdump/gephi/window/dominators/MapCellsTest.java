package io.github.memdump.gephi.window.dominators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapCellsTest {
    @Test
    void partsHaveTheAreasOfTheirWeightsAndFillTheRectangle() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            double[] weights = random.doubles(1 + random.nextInt(60), 1, 1_000).map(weight -> -weight).sorted()
                .map(weight -> -weight).toArray();
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            double[][] parts = Squarified.of(weights, 7, 5, 300, 200);
            for (int i = 0; i < parts.length; i++) {
                assertEquals(weights[i] / sum * 60_000, parts[i][2] * parts[i][3], 0.01, "round " + round);
                assertTrue(parts[i][0] >= 7 - 1e-6 && parts[i][0] + parts[i][2] <= 307 + 1e-6);
                assertTrue(parts[i][1] >= 5 - 1e-6 && parts[i][1] + parts[i][3] <= 205 + 1e-6);
                for (int j = 0; j < i; j++) {
                    assertFalse(rectangle(parts[i]).intersects(rectangle(parts[j])), "round " + round);
                }
            }
        }
    }

    private static Rectangle2D rectangle(double[] part) {
        return new Rectangle2D.Double(part[0] + 1e-6, part[1] + 1e-6, part[2] - 2e-6, part[3] - 2e-6);
    }

    @Test
    void equalWeightsGiveNearlySquareParts() {
        for (double[] part : Squarified.of(new double[] {1, 1, 1, 1, 1, 1}, 0, 0, 300, 200)) {
            assertEquals(1, part[2] / part[3], 1e-6);
        }
    }

    @Test
    void whatTheDumpItselfMadeHasNoArea() throws Exception {
        Heap heap = HeapLoader.lenient().load(DumpInput.of(GoldenDumps.RUBY_3_1.after()), Task.UNWATCHED);
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        Branches branches = new ClassBranches(DominatorTree.of(findings, Task.UNWATCHED));
        MapWeights bytes = MapWeights.of(branches, heap, findings.retained().orElseThrow(), true);
        long own = 0;
        for (int object : OwnObjects.of(heap).objects()) {
            own += findings.retained().orElseThrow().isReachable(object) ? heap.memsize(object) : 0;
            assertTrue(bytes.applyAsLong(object) <= branches.retainedSize(object) - heap.memsize(object)
                || !findings.retained().orElseThrow().isReachable(object));
        }
        assertTrue(own > 0, "a traced dump has a tracer");
        assertEquals(branches.retainedSize(branches.root()) - own, bytes.applyAsLong(branches.root()));
        long children = 0;
        for (int child : branches.children(branches.root())) {
            children += bytes.applyAsLong(child);
        }
        assertEquals(bytes.applyAsLong(branches.root()), children, "all of it hangs on the root");
    }

    @Test
    void newBytesAreThoseOfNewObjectsAlone() throws Exception {
        Findings findings = Findings.ofLeak(heap(GoldenDumps.RUBY_3_4.before()), heap(GoldenDumps.RUBY_3_4.after()),
            Task.UNWATCHED);
        Heap heap = findings.heap();
        NodeSet newObjects = findings.diff().orElseThrow().newObjects();
        Branches branches = new ClassBranches(DominatorTree.of(findings, Task.UNWATCHED));
        NewWeights weights = new NewWeights(branches, heap, findings.retained().orElseThrow(), newObjects);
        OwnObjects own = OwnObjects.of(heap);
        long expected = 0;
        for (int object : newObjects.toArray()) {
            expected += findings.retained().orElseThrow().isReachable(object) && !own.contains(object)
                ? heap.memsize(object) : 0;
        }
        assertTrue(expected > 0);
        assertEquals(expected, weights.applyAsLong(branches.root()));
        assertEquals(expected, IntStream.of(branches.children(branches.root())).mapToLong(weights::applyAsLong).sum());
    }

    private static Heap heap(Path dump) throws Exception {
        return HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED);
    }

    @Test
    void aMenuIsAboutTheCellThatItIsAskedForOn() throws Exception {
        Heap heap = HeapLoader.lenient().load(DumpInput.of(GoldenDumps.RUBY_3_1.after()), Task.UNWATCHED);
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        Branches branches = new ClassBranches(DominatorTree.of(findings, Task.UNWATCHED));
        MapCells cells =
            MapCells.of(branches, branches.root(), branches::retainedSize, MapCells.Shape.TREEMAP, 640, 480);
        MapPane map = new MapPane();
        EventQueue.invokeAndWait(() -> {
            map.setSize(640, 480);
            map.show(branches, branches::retainedSize, Amounts::bytes, node -> Color.GRAY, MapCells.Shape.TREEMAP);
        });
        for (int at = 100; at < 480; at += 100) {
            int place = at;
            int expected = cells.at(at, at).orElseThrow().node;
            // Cells are laid out in the background.
            for (int patience = 300; patience > 0 && map.chosenNode() != expected; patience--) {
                Thread.sleep(100);
                EventQueue.invokeAndWait(() -> map.getPopupLocation(
                    new MouseEvent(map, MouseEvent.MOUSE_PRESSED, 0, 0, place, place, 1, true)));
            }
            assertEquals(expected, map.chosenNode());
        }
    }

    @Test
    void aCellHasTheEndOfItsNameAtLeast() {
        String name = "module Mail::Parsers";
        assertEquals("module Mail::Parsers  3.1 MB", MapPane.fitted(name, "3.1 MB", String::length, 28));
        assertEquals("module Mail::Parsers", MapPane.fitted(name, "3.1 MB", String::length, 27));
        assertEquals("Mail::Parsers", MapPane.fitted(name, "3.1 MB", String::length, 19));
        assertEquals("\u2026Record3", MapPane.fitted("AddressRecord3 \u00d7308", "26 KB", String::length, 8));
        assertEquals("\u2026Parsers", MapPane.fitted(name, "3.1 MB", String::length, 8));
    }

    @ParameterizedTest
    @EnumSource(MapCells.Shape.class)
    void cellsStandWithinOrBelowWhatHoldsThem(MapCells.Shape shape) throws Exception {
        Heap heap = HeapLoader.lenient().load(DumpInput.of(GoldenDumps.RUBY_3_1.after()), Task.UNWATCHED);
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        Branches branches = new ClassBranches(DominatorTree.of(findings, Task.UNWATCHED));
        MapCells map = MapCells.of(branches, branches.root(), branches::retainedSize, shape, 640, 480);
        List<MapCells.Cell> cells = map.all();
        assertTrue(cells.size() > 30 && cells.size() <= 6_000, cells.size() + " cells");
        Rectangle2D whole = new Rectangle2D.Double(-0.01, -0.01, 640.02, 480.02);
        int[] count = new int[3];
        for (MapCells.Cell cell : cells) {
            assertTrue(whole.contains(cell.area), cell.area + " in " + shape);
            if (shape == MapCells.Shape.ICICLE) {
                assertEquals(640.0 * branches.retainedSize(cell.node) / branches.retainedSize(branches.root()),
                    cell.area.width, 1e-6, "the width of an icicle is what is retained");
            }
            count[Math.min(2, cell.depth)]++;
            assertTrue(map.at(cell.area.getCenterX(), cell.area.getCenterY()).orElseThrow().depth >= cell.depth);
        }
        assertEquals(1, count[0]);
        assertTrue(count[1] > 0 && count[2] > 0);
    }

    @ParameterizedTest
    @EnumSource(MapCells.Shape.class)
    void anArrowKeyLeadsToTheCellBesideAndBack(MapCells.Shape shape) throws Exception {
        Heap heap = HeapLoader.lenient().load(DumpInput.of(GoldenDumps.RUBY_3_1.after()), Task.UNWATCHED);
        Findings findings = Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
        Branches branches = new ClassBranches(DominatorTree.of(findings, Task.UNWATCHED));
        MapCells map = MapCells.of(branches, branches.root(), branches::retainedSize, shape, 640, 480);
        MapCells.Cell first = map.beside(-1, 1, 0).orElseThrow();
        assertEquals(1, first.depth);
        assertEquals(first, map.beside(branches.root(), 0, 1).orElseThrow());
        int[][] directions = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        int moved = 0;
        for (MapCells.Cell cell : map.all().subList(1, map.all().size())) {
            for (int[] to : directions) {
                MapCells.Cell next = map.beside(cell.node, to[0], to[1]).orElse(null);
                if (next == null) {
                    continue;
                }
                moved++;
                assertTrue(to[0] * (next.area.getCenterX() - cell.area.getCenterX())
                    + to[1] * (next.area.getCenterY() - cell.area.getCenterY()) > 0, next.area + " of " + cell.area);
                assertTrue(shape == MapCells.Shape.ICICLE || next.depth <= cell.depth);
            }
        }
        assertTrue(moved > map.all().size(), moved + " moves");
    }

    @Test
    void aPictureIsNamedAfterWhatIsInIt() {
        assertEquals(Path.of("a/map.png"), MapPicture.named(Path.of("a/map")));
        assertEquals(Path.of("a/map.svg.png"), MapPicture.named(Path.of("a/map.svg")));
        assertEquals(Path.of("a/MAP.PNG"), MapPicture.named(Path.of("a/MAP.PNG")));
    }
}
