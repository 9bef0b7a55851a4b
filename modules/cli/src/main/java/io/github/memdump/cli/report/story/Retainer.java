package io.github.memdump.cli.report.story;

import java.util.List;

/**
 * An object and what would be freed with it. Immutable.
 *
 * @param name what the object is called
 * @param object its id
 * @param chain the names on the path from a root to it, its own last
 * @param objects how many objects would be freed with it, itself included
 * @param bytes how many bytes would be freed with it, its own included
 */
public record Retainer(String name, int object, List<String> chain, long objects, long bytes) {
    /** Copies what could change. */
    public Retainer {
        chain = List.copyOf(chain);
    }
}
