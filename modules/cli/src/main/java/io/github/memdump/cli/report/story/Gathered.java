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
 * @param sites where they were allocated, "file:line in method", where most were first
 * @param lines the line of source of each of these places, "shop.rb:83  @sessions = {}"; empty where it has none
 */
public record Gathered(String name, long objects, long bytes, long before, long now, List<String> sites,
    List<String> lines) {
    /** Copies what could change. */
    public Gathered {
        sites = List.copyOf(sites);
        lines = List.copyOf(lines);
    }
}
