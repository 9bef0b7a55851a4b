package io.github.memdump.view;

import java.util.Optional;

/**
 * What part an object plays in a view, each with a colour of its own. The colours differ in lightness as well as in
 * hue, so that they can be told apart with any kind of colour vision and in grey.
 */
public enum NodeRole {
    /** A ROOT object. */
    ROOT(0x1B2A41, "root"),
    /** An old object on a path from a root. */
    OLD(0x8DA2B8, "old object"),
    /** An old object that holds new ones: the old border. */
    HOLDER(0x1261A0, "old object that holds new ones"),
    /** A new object held by an old one: the new border. */
    NEW_BORDER(0xE8590C, "new object held by an old one"),
    /** A new object held by new ones alone. */
    NEW(0xFFC078, "new object further in"),
    /** An object that a view is about. */
    MEMBER(0xD6336C, "object that the view is about"),
    /** In a view without an earlier dump: a class, a module or what Ruby keeps for itself. */
    CODE(0x7A6CB5, "class, module or internal record"),
    /** In a view without an earlier dump: an object that can hold others. */
    CONTAINER(0x0B7285, "object"),
    /** In a view without an earlier dump: a string, a number or another value. */
    VALUE(0x8BD3DD, "string or other value"),
    /** Not an object but those that the budget cut off at one place. */
    REST(0xE9ECEF, "more objects that are not shown");

    private final int rgb;
    private final String meaning;

    NodeRole(int rgb, String meaning) {
        this.rgb = rgb;
        this.meaning = meaning;
    }

    /** Returns the colour as 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** Returns what the colour means, for a legend. */
    public String meaning() {
        return meaning;
    }

    /** Returns the role that a colour stands for, if it is the colour of one. */
    public static Optional<NodeRole> ofColour(int rgb) {
        for (NodeRole role : values()) {
            if (role.rgb == rgb) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
