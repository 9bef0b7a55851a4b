package io.github.memdump.live;

import java.util.Map;
import java.util.TreeMap;

/** What a process says of itself. Immutable. */
public final class LiveFacts {
    private final Way way;
    private final String rubyVersion;
    private final boolean traced;
    private final Map<String, Long> figures;

    LiveFacts(Said said, Way way) {
        this(way, said.text("ruby"), said.text("traced").equals("true"), said.numbers());
    }

    private LiveFacts(Way way, String rubyVersion, boolean traced, Map<String, Long> figures) {
        this.way = way;
        this.rubyVersion = rubyVersion;
        this.traced = traced;
        this.figures = Map.copyOf(figures);
    }

    /** Returns this with further figures. */
    LiveFacts and(Map<String, Long> others) {
        Map<String, Long> all = new TreeMap<>(figures);
        all.putAll(others);
        return new LiveFacts(way, rubyVersion, traced, all);
    }

    /** Returns how it was asked. */
    public Way way() {
        return way;
    }

    /** Returns the version of its Ruby. */
    public String rubyVersion() {
        return rubyVersion;
    }

    /** Returns how many objects live in it, garbage that was not collected yet included. */
    public long objects() {
        return figure("heap_live_slots");
    }

    /** Returns whether it remembers, of objects that it makes now, which line made them. */
    public boolean tracesAllocations() {
        return traced;
    }

    /** Returns a figure of its garbage collector under the name that Ruby gives it, 0 if it has none such. */
    public long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }

    /** Returns all figures by name. */
    public Map<String, Long> figures() {
        return figures;
    }
}
