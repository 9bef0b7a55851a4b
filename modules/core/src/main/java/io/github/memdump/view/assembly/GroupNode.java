package io.github.memdump.view.assembly;

import io.github.memdump.view.ViewGroup;

/** A node of a view of groups before it is placed: what it stands for, and the node beside which it stands. */
final class GroupNode {
    /** The hub of what stands beside no other node. */
    static final int NO_HUB = -1;

    final ViewGroup group;
    final int example;
    final String label;
    /** The root of its bytes as a part of that of the largest group. */
    final double part;
    final int hub;
    final boolean isRest;

    private GroupNode(ViewGroup group, int example, String label, double part, int hub, boolean isRest) {
        this.group = group;
        this.example = example;
        this.label = label;
        this.part = part;
        this.hub = hub;
        this.isRest = isRest;
    }

    /** Makes a node, of which the hub, if there is one, was made before. */
    GroupNode(ViewGroup group, int example, String label, double part, int hub) {
        this(group, example, label, part, hub, false);
    }

    /** Makes the node of all groups that no other node stands for. */
    static GroupNode rest(ViewGroup group, int example, String label) {
        return new GroupNode(group, example, label, 0, NO_HUB, true);
    }

    boolean isFold() {
        return group.id().endsWith(ViewGroup.FOLD);
    }
}
