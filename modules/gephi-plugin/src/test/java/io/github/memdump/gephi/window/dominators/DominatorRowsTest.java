package io.github.memdump.gephi.window.dominators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.select.Selection;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DominatorRowsTest {
    @TempDir
    private Path folder;

    private DominatorTree tree(HeapDsl dsl) throws Exception {
        Path dump = dsl.writeTo(folder.resolve("heap.json"));
        return DominatorTree.of(Findings.of(HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED))
            .retained(Task.UNWATCHED).build(), Task.UNWATCHED);
    }

    private static int at(DominatorTree tree, HeapDsl dsl, String symbol) {
        return Identities.find(tree.heap(), dsl.identity(symbol));
    }

    private static HeapDsl wide(int children) {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a").object("a").memsize(5).object("tail").memsize(1_000_000)
            .heldBy("a");
        for (int i = 0; i < children; i++) {
            dsl.object("c" + i).memsize(10 + i).heldBy("a");
        }
        return dsl;
    }

    @Test
    void beginsWithTheWholeHeapAndWhatTheRootsHold() throws Exception {
        DominatorTree tree = tree(wide(3));
        DominatorRows rows = new DominatorRows(tree);
        assertEquals(2, rows.count());
        assertEquals(tree.root(), rows.node(0));
        assertEquals(1_000_000 + 5 + 10 + 11 + 12, tree.retainedSize(tree.root()));
        assertEquals(6, tree.retainedCount(tree.root()));
        assertEquals(1, rows.depth(1));
        assertTrue(rows.hasChildren(1));
        assertFalse(rows.isUnfolded(1));
    }

    @Test
    void unfoldsPageByPageWhatRetainsMostFirst() throws Exception {
        HeapDsl dsl = wide(250);
        DominatorTree tree = tree(dsl);
        DominatorRows rows = new DominatorRows(tree);
        rows.unfold(1);
        rows.unfold(2);
        assertEquals(at(tree, dsl, "tail"), rows.node(3));
        assertEquals(at(tree, dsl, "c249"), rows.node(4));
        assertEquals(3 + DominatorRows.PAGE + 1, rows.count());
        int last = rows.count() - 1;
        assertTrue(rows.isRest(last));
        assertEquals(151, rows.rest(last));
        rows.more(last);
        rows.more(rows.count() - 1);
        assertEquals(3 + 251, rows.count());
        assertEquals(at(tree, dsl, "c0"), rows.node(rows.count() - 1));
        assertFalse(rows.isRest(rows.count() - 1));
        rows.fold(2);
        assertEquals(3, rows.count());
    }

    @Test
    void revealsAnObjectFarDownAmongManySiblings() throws Exception {
        HeapDsl dsl = wide(250);
        DominatorTree tree = tree(dsl);
        DominatorRows rows = new DominatorRows(tree);
        int row = rows.reveal(tree.path(at(tree, dsl, "c7")));
        assertEquals(at(tree, dsl, "c7"), rows.node(row));
        assertEquals(at(tree, dsl, "a"), rows.node(rows.parent(row)));
        assertEquals(-1, rows.reveal(at(tree, dsl, "c7")));
    }

    @Test
    void aListOfObjectsStandsInThePlaceOfTheTreeEvenWhereOneHoldsAnother() throws Exception {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a").klass("Node").heldBy("vm")
            .object("a").ofClass("Node").memsize(1).refers("b").object("b").ofClass("Node").memsize(2).refers("c")
            .object("c").ofClass("Node").memsize(3);
        DominatorTree tree = tree(dsl);
        int[] members = tree.ranked(NodeSet.where(tree.heap().objectCount(),
            object -> tree.heap().className(object).equals("Node")));
        assertArrayEquals(new int[] {at(tree, dsl, "a"), at(tree, dsl, "b"), at(tree, dsl, "c")}, members);
        DominatorRows rows = new DominatorRows(tree, members);
        rows.unfold(1);
        rows.unfold(2);
        assertArrayEquals(new int[] {0, 1, 2, 3, 1, 1}, IntStream.range(0, rows.count()).map(rows::depth).toArray());
        rows.fold(1);
        rows.unfold(2);
        assertArrayEquals(new int[] {0, 1, 1, 2, 1}, IntStream.range(0, rows.count()).map(rows::depth).toArray());
    }

    @Test
    void whateverIsUnfoldedRowsStayATreeOfDominators() throws Exception {
        for (long seed = 1; seed <= 8; seed++) {
            DominatorTree tree = tree(RandomHeap.ofSeed(seed).objects(400).before());
            DominatorRows rows = new DominatorRows(tree);
            Random random = new Random(seed);
            for (int i = 0; i < 300; i++) {
                int row = random.nextInt(rows.count());
                if (rows.isRest(row)) {
                    rows.more(row);
                } else if (random.nextInt(3) > 0) {
                    rows.unfold(row);
                } else if (row > 0) {
                    rows.fold(row);
                }
                check(tree, rows, "seed " + seed + " step " + i);
            }
        }
    }

    private static void check(DominatorTree tree, DominatorRows rows, String when) {
        for (int row = 1; row < rows.count(); row++) {
            int parent = rows.parent(row);
            assertEquals(rows.depth(row) - 1, rows.depth(parent), when);
            assertTrue(rows.isUnfolded(parent), when);
            if (rows.isRest(row)) {
                assertEquals(rows.node(parent), rows.node(row), when);
                assertTrue(rows.rest(row) > 0, when);
            } else {
                int[] path = tree.path(rows.node(row));
                assertEquals(path.length, rows.depth(row), when);
                assertEquals(rows.node(parent), path.length > 1 ? path[path.length - 2] : tree.root(), when);
            }
        }
    }

    @Test
    void objectsOfAClassUnderOneDominatorMakeOneNodeWithASelectionOfItsOwn() throws Exception {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a", "Node", "Leaf").klass("Node").klass("Leaf")
            .object("a").ofClass("Node").memsize(1).refers("b", "c", "d", "m").object("b").ofClass("Leaf").memsize(2)
            .object("c").ofClass("Leaf").memsize(3).refers("e").object("d").ofClass("Node").memsize(4)
            .object("e").ofClass("Leaf").memsize(7).module("m").memsize(5);
        DominatorTree tree = tree(dsl);
        ClassBranches branches = new ClassBranches(tree);
        int[] children = branches.children(at(tree, dsl, "a"));
        assertEquals(3, children.length);
        assertEquals("Leaf \u00d72", branches.name(children[0]));
        assertFalse(branches.isObject(children[0]));
        assertEquals(12, branches.retainedSize(children[0]));
        assertEquals(3, branches.retainedCount(children[0]));
        assertEquals("module m", branches.name(children[1]));
        assertArrayEquals(new int[] {at(tree, dsl, "c"), at(tree, dsl, "b")}, branches.children(children[0]));
        assertArrayEquals(children, branches.children(at(tree, dsl, "a")));
        Findings findings = Findings.of(tree.heap()).retained(Task.UNWATCHED).build();
        assertEquals(NodeSet.of(tree.heap().objectCount(), at(tree, dsl, "b"), at(tree, dsl, "c")),
            Selection.parse(branches.selection(children[0])).orThrow().in(findings, Task.UNWATCHED));
    }

    @Test
    void groupsUnfoldLikeObjects() throws Exception {
        HeapDsl dsl = wide(250);
        DominatorTree tree = tree(dsl);
        DominatorRows rows = new DominatorRows(new ClassBranches(tree));
        rows.unfold(1);
        rows.unfold(2);
        assertEquals(4, rows.count());
        assertTrue(rows.hasChildren(3));
        rows.unfold(3);
        assertEquals(151, rows.rest(rows.count() - 1));
        rows.fold(3);
        rows.unfold(3);
        assertEquals(4 + DominatorRows.PAGE + 1, rows.count());
    }

    @Test
    void wordsAreReadableAndNeverShowAValue() throws Exception {
        HeapDsl dsl = HeapDsl.heap().root("vm", "s").string("s", "secret").memsize(2048);
        DominatorTree tree = tree(dsl);
        DominatorRows rows = new DominatorRows(tree);
        DominatorWords words = new DominatorWords(tree.heap(), tree, rows, "All");
        assertEquals("All", words.name(0));
        assertEquals("root vm", words.name(1));
        assertEquals(1, words.shareOfAll(1));
        rows.unfold(1);
        assertTrue(words.details(2).contains("2,048") || words.details(2).contains("2.048"), words.details(2));
        assertFalse(words.details(2).contains("secret"));
    }
}
