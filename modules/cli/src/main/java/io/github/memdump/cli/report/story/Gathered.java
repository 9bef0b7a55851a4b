package io.github.memdump.cli.report.story;

import java.util.List;

/** Objects of one class that have gathered in a suspect. Immutable. */
public final class Gathered {
    private final String name;
    private final long objects;
    private final long bytes;
    private final long before;
    private final long now;
    private final List<String> sites;
    private final List<String> lines;

    Gathered(String name, long objects, long bytes, long[] beforeAndNow, List<String> sites,
        List<String> lines) {
        this.name = name;
        this.objects = objects;
        this.bytes = bytes;
        this.before = beforeAndNow[0];
        this.now = beforeAndNow[1];
        this.sites = List.copyOf(sites);
        this.lines = List.copyOf(lines);
    }

    /** Returns what they are called. */
    public String name() {
        return name;
    }

    /** Returns how many they are. */
    public long objects() {
        return objects;
    }

    /** Returns how many bytes they retain, of two dumps new ones only. */
    public long bytes() {
        return bytes;
    }

    /** Returns how many objects of the class the first dump has, wherever they are. */
    public long before() {
        return before;
    }

    /** Returns how many objects of the class the last dump has, wherever they are. */
    public long now() {
        return now;
    }

    /** Returns where they were allocated, "file:line in method", where most were first. */
    public List<String> sites() {
        return sites;
    }

    /** Returns the line of source of each of these places, "shop.rb:83  @sessions = {}"; empty where it has none. */
    public List<String> lines() {
        return lines;
    }
}
