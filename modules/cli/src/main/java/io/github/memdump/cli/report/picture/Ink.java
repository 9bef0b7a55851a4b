package io.github.memdump.cli.report.picture;

import io.github.memdump.view.NodeRole;
import java.util.Locale;

/** What a stroke, an area or a word of the picture is drawn with: colour on white, colour on black, opacity, width. */
enum Ink {
    /** The ground under a disc. */
    DISC(0xF6F1EA, 0x26221D, 1f, 0),
    /** References that are not part of the tree that is laid out. */
    CROSS(0x5B6B7B, 0x9FB0C0, 0.13f, 0.45f),
    /** From the hub of a disc to what it holds. */
    FAN(0x1261A0, 0x5AA9E6, 0.26f, 0.6f),
    /** References inside a disc. */
    INNER(0xC9702A, 0xF0A860, 0.85f, 0.7f),
    /** The trunk. */
    TRUNK(0x5B6F84, 0x9FB0C0, 1f, 1.4f),
    /** A step of a path that passes objects over. */
    PASSED_OVER(0x5B6F84, 0x9FB0C0, 1f, 1.4f),
    /** Text. */
    TEXT(0x17212B, 0xE8EDF2, 1f, 0),
    /** Text that matters less. */
    FAINT(0x5A6875, 0x9AA7B4, 1f, 0),
    /** See {@link NodeRole}. */
    ROOT(NodeRole.ROOT, 0xDCE6F2),
    /** See {@link NodeRole}. */
    OLD(NodeRole.OLD, 0x8DA2B8),
    /** See {@link NodeRole}. */
    HOLDER(NodeRole.HOLDER, 0x4BA3E8),
    /** See {@link NodeRole}. */
    NEW_BORDER(NodeRole.NEW_BORDER, 0xFF7A33),
    /** See {@link NodeRole}. */
    NEW(NodeRole.NEW, 0xD9A066),
    /** See {@link NodeRole}. */
    MEMBER(NodeRole.MEMBER, 0xF06595),
    /** See {@link NodeRole}. */
    CODE(NodeRole.CODE, 0x9F93D6),
    /** See {@link NodeRole}. */
    CONTAINER(NodeRole.CONTAINER, 0x22A6BF),
    /** See {@link NodeRole}. */
    VALUE(NodeRole.VALUE, 0x6FBFCA),
    /** See {@link NodeRole}. */
    REST(NodeRole.REST, 0x3A424B);

    final int onWhite;
    final int onBlack;
    final float opacity;
    final float width;

    Ink(int onWhite, int onBlack, float opacity, float width) {
        this.onWhite = onWhite;
        this.onBlack = onBlack;
        this.opacity = opacity;
        this.width = width;
    }

    Ink(NodeRole role, int onBlack) {
        this(role.rgb(), onBlack, 1f, 0);
    }

    static Ink of(NodeRole role) {
        return valueOf(role.name());
    }

    /** Returns the ink of a node or caption by its colour. */
    static Ink ofColour(int rgb) {
        return NodeRole.ofColour(rgb).map(Ink::of).orElse(OLD);
    }

    /** Returns the name in style sheets. */
    String id() {
        return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
