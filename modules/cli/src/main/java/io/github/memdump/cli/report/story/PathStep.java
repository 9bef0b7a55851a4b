package io.github.memdump.cli.report.story;

/**
 * A step of a path from a root: an object, and what the one before holds it by. Immutable.
 *
 * @param via what the object before holds it by, "@sessions"; empty where that is not known, and for the first
 * @param name what the object is called, or how many steps are left out here
 * @param identity the identity of the object; empty for a root
 * @param place where it was allocated
 */
public record PathStep(String via, String name, String identity, SourcePlace place) {
}
