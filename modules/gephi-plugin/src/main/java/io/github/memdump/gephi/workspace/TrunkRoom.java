package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.Column;
import io.github.memdump.view.MainHolders;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewFan;
import io.github.memdump.view.ViewNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Moves the columns and rows of a view's trunk apart until the names in them stand clear of each other. A view leaves
 * room for a name to the left of its node; the Graph window writes it over the middle of the node, in letters that grow
 * with what is to be seen. What hangs on the trunk moves with it.
 *
 * <p>Time k·k for k nodes of the trunk, of which there are at most some hundred, linear in all others.
 */
final class TrunkRoom {
    /** How many letters the Graph window has across and down on a screen of 1280 × 800 that shows all of a graph. */
    private static final double LETTERS_ACROSS = 68;
    private static final double LETTERS_DOWN = 46;
    /** Parts of the height of letters. */
    private static final double LETTER_WIDTH = 0.66;
    private static final double GAP = 1.5;
    private static final double LINE = 1.5;
    /** Letters grow with what is to be seen, which grows with them: so far, whatever the names are. */
    private static final int ROUNDS = 12;
    private static final double LARGEST_LETTER = 1.5;
    /** How many times wider the whole may become; beyond that some names will have to do without room. */
    private static final double WIDEST = 2;
    /** How large the largest holder is at least, as a part of the height of letters; beside it is room for more. */
    private static final double HOLDER = 0.65;
    private static final float LARGEST = 72;
    private static final Set<NodeRole> HOLDERS = EnumSet.of(NodeRole.HOLDER, NodeRole.MEMBER);
    private static final int NO_HUB = -1;
    /** What the column says of an old object that holds new ones. */
    private static final String OLD_BORDER = "old";

    private final View view;
    private final int[] hubs;
    private final List<List<Integer>> columns;
    private final BitSet ways;
    private final double[] right;
    private final double[] up;
    private double letter;

    private TrunkRoom(View view) {
        this.view = view;
        int size = view.nodes().size();
        TreeMap<Float, List<Integer>> byPlace = new TreeMap<>();
        for (int node = 0; node < size; node++) {
            if (view.sketch().onTrunk(node)) {
                byPlace.computeIfAbsent(view.nodes().get(node).x(), any -> new ArrayList<>()).add(node);
            }
        }
        columns = new ArrayList<>(byPlace.values());
        ways = ways(view);
        hubs = hubs(size);
        right = new double[size];
        up = new double[size];
    }

    /** Returns the places of a view's nodes with room for names. */
    static TrunkRoom of(View view) {
        TrunkRoom room = new TrunkRoom(view);
        if (room.columns.size() > 1) {
            room.makeRoom();
        }
        return room;
    }

    private void makeRoom() {
        double largest = LARGEST_LETTER * letterHeight();
        for (int round = 0; round < ROUNDS; round++) {
            letter = Math.min(letterHeight(), largest);
            moveColumns();
        }
        moveRows();
    }

    /**
     * Returns the size of a node for Gephi, which is a radius; a view's is a diameter, as its places are made for. Of
     * holders it grows with the whole, so that they are seen, and met by the mouse, in a view of thousands of nodes.
     */
    float radius(int node) {
        ViewNode shown = view.nodes().get(node);
        boolean grows = view.sketch().onTrunk(node) && NodeRole.ofColour(shown.rgb()).filter(HOLDERS::contains)
            .isPresent();
        return (float) (ViewContainer.radius(shown) * (grows ? Math.max(1, 2 * HOLDER * letter / LARGEST) : 1));
    }

    /** Returns where a node stands, to the right. */
    float x(int node) {
        return (float) (view.nodes().get(node).x() + right[node]);
    }

    /** Returns where a node stands, upwards. */
    float y(int node) {
        return (float) (view.nodes().get(node).y() + up[node]);
    }

    private int[] hubs(int size) {
        int[] found = new int[size];
        Arrays.fill(found, NO_HUB);
        for (int node = 0; node < size; node++) {
            int hub = node;
            while (hub >= 0 && found[hub] == NO_HUB && !view.sketch().onTrunk(hub)) {
                hub = view.sketch().parent(hub);
            }
            int known = hub < 0 ? NO_HUB : found[hub] == NO_HUB ? hub : found[hub];
            for (int each = node; each >= 0 && found[each] == NO_HUB && known != NO_HUB;
                each = view.sketch().parent(each)) {
                found[each] = known;
                if (each == hub) {
                    break;
                }
            }
        }
        return found;
    }

    /** Where the whole would become too wide, names give way to each other, but not those on the ways to holders. */
    private void moveColumns() {
        double before = span(ViewNode::x, new double[right.length]);
        double[] shifted = byHub(shifts(1));
        double part = Math.min(1, (WIDEST - 1) * before / Math.max(1e-9, span(ViewNode::x, shifted) - before));
        System.arraycopy(part < 1 ? byHub(shifts(part)) : shifted, 0, right, 0, right.length);
    }

    /** Returns how far each column moves to the right if names have this part of the room that they need. */
    private double[] shifts(double part) {
        double[] shifts = new double[columns.size()];
        for (int column = 1; column < shifts.length; column++) {
            shifts[column] = shifts[column - 1];
            for (int node : columns.get(column)) {
                for (int before = 0; before < column; before++) {
                    for (int other : columns.get(before)) {
                        double room = ways.get(node) && ways.get(other) ? 1 : part;
                        shifts[column] = Math.max(shifts[column], shifts[before] + room * missing(other, node));
                    }
                }
            }
        }
        return shifts;
    }

    /** The largest holders and what they hang on. */
    private static BitSet ways(View view) {
        BitSet ways = new BitSet();
        for (int holder : MainHolders.of(IntStream.range(0, view.nodes().size()).boxed().filter(node ->
            OLD_BORDER.equals(view.text(Column.BORDER, view.nodes().get(node)))),
            node -> view.number(Column.KEEPALIVE_NEW_COUNT, view.nodes().get(node)))) {
            for (int node = holder; node >= 0 && !ways.get(node); node = view.sketch().parent(node)) {
                ways.set(node);
            }
        }
        return ways;
    }

    private double[] byHub(double[] shifts) {
        double[] byTrunk = new double[right.length];
        for (int column = 0; column < shifts.length; column++) {
            for (int node : columns.get(column)) {
                byTrunk[node] = shifts[column];
            }
        }
        return Arrays.stream(hubs).mapToDouble(hub -> hub == NO_HUB ? 0 : byTrunk[hub]).toArray();
    }

    /** Returns by how much a name has to move to the right to stand clear of one to its left. */
    private double missing(int left, int beside) {
        ViewNode one = view.nodes().get(left);
        ViewNode other = view.nodes().get(beside);
        double letters = (one.name().length() + other.name().length()) * LETTER_WIDTH / 2 + GAP;
        return Math.abs(one.y() - other.y()) < LINE * letter ? letters * letter - (other.x() - one.x()) : 0;
    }

    /** A disc moves with the row in which its middle is or, where that is none, with the row above it. */
    private void moveRows() {
        TreeMap<Float, Double> rows = new TreeMap<>(Collections.reverseOrder());
        columns.forEach(column -> column.forEach(node -> rows.put(view.nodes().get(node).y(), 0.0)));
        Float above = null;
        double moved = 0;
        for (Map.Entry<Float, Double> row : rows.entrySet()) {
            moved += above == null ? 0 : Math.max(0, LINE * letter - (above - row.getKey()));
            row.setValue(moved);
            above = row.getKey();
        }
        Map<Integer, Float> middles = new HashMap<>();
        view.sketch().fans().forEach(fan -> middles.put(fan.hub() == ViewFan.NO_HUB ? NO_HUB : fan.hub(), fan.y()));
        for (int node = 0; node < up.length; node++) {
            float own = view.nodes().get(node).y();
            float middle = view.sketch().onTrunk(node) ? own : middles.getOrDefault(hubs[node], own);
            Map.Entry<Float, Double> row = rows.floorEntry(middle);
            up[node] = row == null ? 0 : -row.getValue();
        }
    }

    private double letterHeight() {
        return Math.max(span(ViewNode::x, right) / LETTERS_ACROSS, span(ViewNode::y, up) / LETTERS_DOWN);
    }

    private double span(ToDoubleFunction<ViewNode> place, double[] moved) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int i = 0; i < moved.length; i++) {
            double at = place.applyAsDouble(view.nodes().get(i)) + moved[i];
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return most - least;
    }
}
