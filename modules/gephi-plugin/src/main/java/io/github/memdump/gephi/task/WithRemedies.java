package io.github.memdump.gephi.task;

import java.util.List;

/** A failure that knows what the user can do next. */
public interface WithRemedies {
    /** Returns what helps, the best first. */
    List<Remedy> waysOut();
}
