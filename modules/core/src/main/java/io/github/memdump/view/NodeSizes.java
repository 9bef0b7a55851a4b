package io.github.memdump.view;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;

/**
 * How large the nodes of a view are: areas grow with what an object keeps alive, so a node twice as wide stands for
 * about four times as much; the largest is bounded, whatever it keeps alive.
 */
final class NodeSizes {
    private static final float SMALLEST = 5;
    private static final float LARGEST = 72;
    private static final float REST = 12;
    private static final float PER_ROOT_OF_ONE = 3.5f;

    private final Findings findings;
    private final Column leading;
    private final ViewObjects shown;
    private final NodeRole[] roles;
    private final boolean slimPaths;

    /**
     * Prepares the sizes.
     *
     * @param leading   the column that sizes tell
     * @param slimPaths whether roots and old objects are drawn small, whatever they keep alive
     */
    NodeSizes(Findings findings, Column leading, ViewObjects shown, NodeRole[] roles, boolean slimPaths) {
        this.slimPaths = slimPaths;
        this.findings = findings;
        this.leading = leading;
        this.shown = shown;
        this.roles = roles;
    }

    /** Returns the diameters by position. */
    float[] diameters() {
        float[] diameters = new float[shown.size()];
        double most = 1;
        for (int i = 0; i < diameters.length; i++) {
            most = Math.max(most, weight(i));
        }
        double scale = Math.min(leading == Column.RETAINED_SIZE ? Double.MAX_VALUE : PER_ROOT_OF_ONE,
            (LARGEST - SMALLEST) / Math.sqrt(most));
        for (int i = 0; i < diameters.length; i++) {
            float grown = (float) (SMALLEST + scale * Math.sqrt(weight(i)));
            diameters[i] = fixed(roles[i]) > 0 ? fixed(roles[i]) : grown;
        }
        return diameters;
    }

    /** Paths stay slim, so that what they lead to stands out. */
    private float fixed(NodeRole role) {
        if (role == NodeRole.REST) {
            return REST;
        }
        if (!slimPaths) {
            return 0;
        }
        switch (role) {
            case ROOT:
                return 18;
            case OLD:
                return 10;
            case HOLDER:
                return 16;
            default:
                return 0;
        }
    }

    private double weight(int position) {
        if (fixed(roles[position]) > 0) {
            return 0;
        }
        int object = shown.objects[position];
        if (findings.diff().isPresent() && findings.diff().get().own().contains(object)) {
            return 0;
        }
        long value = findings.number(leading, object);
        if (value == Findings.ABSENT && leading == Column.KEEPALIVE_NEW_COUNT) {
            value = findings.number(Column.RETAINED_COUNT, object);
        }
        return Math.max(0, value);
    }
}
