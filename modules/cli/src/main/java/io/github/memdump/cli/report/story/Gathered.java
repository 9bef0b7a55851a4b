package io.github.memdump.cli.report.story;

import java.util.List;

/**
 * Objects of one class that have gathered in a suspect. Immutable.
 *
 * @param name what they are called
 * @param objects how many they are
 * @param bytes how many bytes they retain, of two dumps new ones only
 * @param before how many objects of the class the first dump has, wherever they are
 * @param now how many objects of the class the last dump has, wherever they are
 * @param sites where they were allocated, where most were first
 */
public record Gathered(String name, long objects, long bytes, long before, long now, List<Site> sites) {
    /**
     * One of these places.
     *
     * @param place the place
     * @param words what there is to say of it: " in visit (12)"
     */
    public record Site(SourcePlace place, String words) {
    }

    /** Copies what could change. */
    public Gathered {
        sites = List.copyOf(sites);
    }
}
