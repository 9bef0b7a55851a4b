package io.github.memdump.view;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Objects that are one node of a view because they share a class, a holder or an allocation site. Immutable. */
public final class ViewGroup {
    /** How the ids of groups of a class begin. */
    public static final String CLASS = "class:";
    /** How the ids of groups of an allocation site begin. */
    public static final String SITE = "site:";

    /** How the ids end of groups that stand for all of a namespace, or of a gem, that is not shown by itself. */
    public static final String FOLD = "/*";

    private static final String HELD_BY = "@";

    private final String id;
    private final long objects;
    private final long memsize;
    private final Map<Column, String> texts = new EnumMap<>(Column.class);

    private ViewGroup(String id, long objects, long memsize) {
        this.id = id;
        this.objects = objects;
        this.memsize = memsize;
    }

    /** Returns the group of all objects that no other group of a view shows. */
    public static ViewGroup rest(String view, long objects, long memsize) {
        return new ViewGroup(view + View.REST, objects, memsize);
    }

    /** Returns the group of all objects of a class, of which one is given. */
    public static ViewGroup ofClass(Heap heap, int example, long objects, long memsize) {
        ViewGroup group = new ViewGroup(CLASS + NodeIds.word(heap.className(example)), objects, memsize);
        group.texts.put(Column.CLASS, heap.className(example));
        group.texts.put(Column.TYPE, heap.typeName(example));
        return group;
    }

    /** Returns the group of all objects that were allocated at one place, of which one is given. */
    public static ViewGroup ofSite(Heap heap, int example, long objects, long memsize) {
        SiteTable sites = heap.sites();
        int site = heap.site(example);
        ViewGroup group = new ViewGroup(SITE + NodeIds.word(sites.place(site)), objects, memsize);
        group.texts.put(Column.FILE, sites.file(site));
        group.texts.put(Column.LINE, sites.line(site) > 0 ? Integer.toString(sites.line(site)) : "");
        return group;
    }

    /** Returns the group of all objects of the classes, or sites, of a namespace that are folded into one node. */
    public static ViewGroup folded(String id, Column column, String name, long objects, long memsize) {
        ViewGroup group = new ViewGroup(id, objects, memsize);
        group.texts.put(column, name);
        return group;
    }

    /** Returns the group of some objects of a class that one object holds; of a class alone if there is none. */
    public static ViewGroup held(Findings findings, String holder, int[] members) {
        long memsize = 0;
        for (int member : members) {
            memsize = Saturating.sum(memsize, findings.heap().memsize(member));
        }
        String of = findings.heap().className(members[0]);
        String id = CLASS + NodeIds.word(of) + HELD_BY + NodeIds.word(holder);
        ViewGroup group = new ViewGroup(id, members.length, memsize);
        group.texts.put(Column.CLASS, of);
        group.texts.put(Column.TYPE, findings.heap().typeName(members[0]));
        for (Column column : List.of(Column.IN_AFTER, Column.FIRST_DUMP, Column.BORDER)) {
            String text = findings.text(column, members[0]);
            if (Arrays.stream(members).allMatch(member -> findings.text(column, member).equals(text))) {
                group.texts.put(column, text);
            }
        }
        return group;
    }

    /**
     * Returns the name, unique in a view: {@code class:Foo}, {@code site:foo.rb:3}, {@code class:Foo@0x7f12:3}. It is
     * one word, with what separates words as {@code %20}.
     */
    public String id() {
        return id;
    }

    /** Returns whether it is the group of all objects that no other group shows. */
    boolean isRest() {
        return id.endsWith(View.REST);
    }

    /** Returns the number of objects. */
    public long objects() {
        return objects;
    }

    /** Returns the sum of their sizes in bytes. */
    public long memsize() {
        return memsize;
    }

    /** Returns the number of a column, {@link Findings#ABSENT} where it has no meaning for a group. */
    long number(Column column) {
        if (column == Column.MEMSIZE) {
            return memsize;
        }
        String text = texts.getOrDefault(column, "");
        return text.isEmpty() ? Findings.ABSENT : Long.parseLong(text);
    }

    /** Returns the text of a column, empty where it has no meaning for a group. */
    String text(Column column) {
        return column == Column.MEMSIZE ? Long.toString(memsize) : texts.getOrDefault(column, "");
    }
}
