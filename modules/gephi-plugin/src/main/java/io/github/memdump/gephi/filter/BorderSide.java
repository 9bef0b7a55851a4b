package io.github.memdump.gephi.filter;

/** The sides of the border between old and new objects. */
public enum BorderSide {
    /** Old objects that hold a new one, and new objects held by an old one. */
    BOTH,
    /** New objects held by an old one. */
    NEW,
    /** Old objects that hold a new one. */
    OLD;

    /** Returns the name as the Filters panel shows it. */
    @Override
    public String toString() {
        return HeapFilter.text("BorderSide." + name());
    }
}
