package io.github.memdump.view.assembly;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HolderReach;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.choice.ViewObjects;

/**
 * How large the nodes of a view are: areas grow with what an object keeps alive, so a node twice as wide stands for
 * about four times as much; the largest is bounded, whatever it keeps alive.
 */
final class NodeSizes {
    private static final float SMALLEST = 5;
    private static final float LARGEST = 72;
    private static final float REST = 12;
    /** From so many new objects on, the old one through which most are reached is drawn as large as any. */
    private static final double MANY = 200;
    private static final float PER_ROOT_OF_ONE = 3.5f;

    private final Findings findings;
    private final Column leading;
    private final ViewObjects shown;
    private final NodeRole[] roles;
    private final boolean slimPaths;
    private final HolderReach reach;

    /**
     * Prepares the sizes.
     *
     * @param leading   the column that sizes tell
     * @param slimPaths whether roots and old objects are drawn small, whatever they keep alive
     * @param reach     how many new objects are reached through old ones that hold them
     */
    NodeSizes(Findings findings, Column leading, ViewObjects shown, NodeRole[] roles, boolean slimPaths,
        HolderReach reach) {
        this.reach = reach;
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
        if (slimPaths) {
            growHolders(diameters);
        }
        return diameters;
    }

    /** Of the old objects on paths those stand out through which most new ones are reached. */
    private void growHolders(float[] diameters) {
        int most = 1;
        for (int i = 0; i < diameters.length; i++) {
            most = Math.max(most, roles[i] == NodeRole.HOLDER ? reach.count(shown.objects[i]) : 0);
        }
        for (int i = 0; i < diameters.length; i++) {
            if (roles[i] == NodeRole.HOLDER) {
                double part = Math.max(0, reach.count(shown.objects[i])) / (double) most;
                diameters[i] += (float) ((LARGEST - diameters[i]) * Math.sqrt(part) * Math.min(1, most / MANY));
            }
        }
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
        if (findings.diff().isPresent() && findings.diff().get().own().contains(shown.objects[position])) {
            return 0;
        }
        double weight = 0;
        for (int object : shown.isGroup(position) ? shown.members(position) : new int[] {shown.objects[position]}) {
            long value = findings.number(leading, object);
            if (value == Findings.ABSENT && leading == Column.KEEPALIVE_NEW_COUNT) {
                value = findings.number(Column.RETAINED_COUNT, object);
            }
            weight += Math.max(0, value);
        }
        return weight;
    }
}
