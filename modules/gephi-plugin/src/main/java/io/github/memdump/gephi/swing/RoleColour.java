package io.github.memdump.gephi.swing;

import io.github.memdump.view.NodeRole;
import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours of nodes in Gephi, which writes labels over them, black on white and white on black: those that are dark
 * in a picture, where labels stand beside nodes, are lighter here, so that letters of both kinds can be read on them.
 */
public final class RoleColour {
    private static final Map<NodeRole, Color> LIGHTER = new EnumMap<>(Map.of(
        NodeRole.ROOT, new Color(0x7C86A8),
        NodeRole.HOLDER, new Color(0x3F92D6),
        NodeRole.MEMBER, new Color(0xE0648F),
        NodeRole.CODE, new Color(0x958AC8),
        NodeRole.CONTAINER, new Color(0x35A2B3)));

    private RoleColour() {
    }

    /** Returns the colour of a role. */
    public static Color of(NodeRole role) {
        return LIGHTER.getOrDefault(role, new Color(role.rgb()));
    }

    /** Returns the colour of a role that has another one in pictures, any other colour as it is. */
    public static Color of(int rgb) {
        return NodeRole.ofColour(rgb).map(RoleColour::of).orElseGet(() -> new Color(rgb));
    }
}
