package io.github.memdump.cli.report.story;

/** A step of a path from a root: an object, and what the one before holds it by. Immutable. */
public final class PathStep {
    private final String via;
    private final String name;
    private final String identity;
    private final String site;

    PathStep(String via, String name, String identity, String site) {
        this.via = via;
        this.name = name;
        this.identity = identity;
        this.site = site;
    }

    /** Returns what the object before holds it by, "@sessions"; empty where that is not known, and for the first. */
    public String via() {
        return via;
    }

    /** Returns what the object is called, or how many steps are left out here. */
    public String name() {
        return name;
    }

    /** Returns the identity of the object; empty for a root. */
    public String identity() {
        return identity;
    }

    /** Returns where it was allocated; empty where that is not known. */
    public String site() {
        return site;
    }
}
