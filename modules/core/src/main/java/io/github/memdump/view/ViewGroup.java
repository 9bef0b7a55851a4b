package io.github.memdump.view;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;

/** Objects that are shown as one node: those of a class, or those that were allocated at one place. Immutable. */
public final class ViewGroup {
    private final Column by;
    private final String key;
    private final String file;
    private final int line;
    private final long objects;
    private final long memsize;

    private ViewGroup(Column by, String key, String file, int line, long objects, long memsize) {
        this.by = by;
        this.key = key;
        this.file = file;
        this.line = line;
        this.objects = objects;
        this.memsize = memsize;
    }

    /** Returns the objects of a class, so many of so many bytes together. */
    static ViewGroup ofClass(String name, long objects, long memsize) {
        return new ViewGroup(Column.CLASS, name, "", 0, objects, memsize);
    }

    /** Returns the objects allocated at a place; an empty file and line 0 where these are not known. */
    static ViewGroup ofSite(String key, String file, int line, long objects, long memsize) {
        return new ViewGroup(Column.FILE, key, file, line, objects, memsize);
    }

    /** Returns the name, the same in every view: {@code class:Foo}, {@code site:file:line}. */
    public String id() {
        return (by == Column.CLASS ? "class:" : "site:") + key;
    }

    /** Returns the name of the class, or the place as {@code file:line}; empty for an unknown place. */
    public String key() {
        return key;
    }

    /** Returns the number of objects. */
    public long objects() {
        return objects;
    }

    /** Returns the sum of the objects' own sizes in bytes. */
    public long memsize() {
        return memsize;
    }

    long number(Column column) {
        switch (column) {
            case OBJECTS:
                return objects;
            case MEMSIZE:
                return memsize;
            case LINE:
                return line > 0 ? line : Findings.ABSENT;
            default:
                return Findings.ABSENT;
        }
    }

    String text(Column column) {
        switch (column) {
            case OBJECT:
                return id();
            case CLASS:
                return by == Column.CLASS ? key : "";
            case FILE:
                return file;
            default:
                return "";
        }
    }
}
