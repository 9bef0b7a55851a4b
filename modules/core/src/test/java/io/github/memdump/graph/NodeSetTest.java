package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeSetTest {
    @Test
    void agreesWithATreeSet() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int nodes = random.nextInt(200);
            TreeSet<Integer> expected = new TreeSet<>();
            NodeSet.Builder builder = NodeSet.builder(nodes);
            for (int i = 0; nodes > 0 && i < 150; i++) {
                int node = random.nextInt(nodes);
                if (random.nextInt(3) == 0) {
                    builder.remove(node);
                    expected.remove(node);
                } else {
                    assertEquals(expected.add(node), builder.add(node), "seed " + seed);
                }
                assertEquals(expected.contains(node), builder.contains(node), "seed " + seed);
            }
            compare(expected, builder.build(), "seed " + seed);
        }
    }

    private static void compare(TreeSet<Integer> expected, NodeSet set, String message) {
        assertEquals(expected.size(), set.size(), message);
        assertEquals(expected.isEmpty(), set.isEmpty(), message);
        List<Integer> visited = new ArrayList<>();
        set.forEach(visited::add);
        assertEquals(List.copyOf(expected), visited, message);
        assertArrayEquals(expected.stream().mapToInt(v -> v).toArray(), set.toArray(), message);
        for (int v = 0; v < set.nodeCount(); v++) {
            assertEquals(expected.contains(v), set.contains(v), message);
            Integer next = expected.ceiling(v);
            assertEquals(next == null ? -1 : next, set.nextMember(v), message);
        }
        assertEquals(-1, set.nextMember(set.nodeCount()), message);
    }

    @Test
    void combinesSets() {
        NodeSet low = NodeSet.of(130, 1, 64, 65, 129);
        NodeSet high = NodeSet.of(130, 129, 65, 65, 100);

        assertEquals(NodeSet.of(130, 1, 64, 65, 100, 129), low.or(high));
        assertEquals(NodeSet.of(130, 65, 129), low.and(high));
        assertEquals(NodeSet.of(130, 1, 64), low.minus(high));
        assertEquals(126, low.complement().size());
        assertEquals(low, low.complement().complement());
        assertEquals(low.hashCode(), low.complement().complement().hashCode());
        assertNotEquals(low, high);
        assertNotEquals(NodeSet.none(3), NodeSet.none(4));
        assertEquals(4, low.size());
    }

    @Test
    void holdsAllOrNone() {
        for (int nodes : new int[] {0, 1, 63, 64, 65, 128, 1000}) {
            assertEquals(nodes, NodeSet.all(nodes).size());
            assertEquals(NodeSet.none(nodes), NodeSet.all(nodes).complement());
            assertEquals(NodeSet.all(nodes), NodeSet.where(nodes, v -> true));
            assertEquals(-1, NodeSet.none(nodes).nextMember(0));
        }
    }

    @Test
    void refusesNodesAndSetsOfOtherGraphs() {
        assertThrows(IndexOutOfBoundsException.class, () -> NodeSet.of(64, 64));
        assertThrows(IndexOutOfBoundsException.class, () -> NodeSet.of(100, -1));
        assertThrows(IllegalArgumentException.class, () -> NodeSet.none(3).and(NodeSet.none(4)));
        assertThrows(IllegalArgumentException.class, () -> NodeSet.none(3).or(NodeSet.none(4)));
        assertThrows(IllegalArgumentException.class, () -> NodeSet.none(-1));
    }

    @Test
    void doesNotChangeOnceBuilt() {
        NodeSet.Builder builder = NodeSet.builder(10);
        NodeSet built = builder.build();
        assertThrows(IllegalStateException.class, builder::build);
        assertThrows(IndexOutOfBoundsException.class, () -> builder.add(3));
        assertThrows(IndexOutOfBoundsException.class, () -> builder.addAll(built));
        assertFalse(built.contains(3));

        NodeSet three = NodeSet.of(10, 3);
        NodeSet.Builder more = three.toBuilder();
        more.add(4);
        assertFalse(three.contains(4));
        assertTrue(more.build().contains(3));
    }
}
