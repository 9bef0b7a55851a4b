package io.github.memdump.gephi.task;

import java.util.List;

/** A failure that knows what the user can do next. */
public interface WithWaysOut {
    /** Returns what helps, the best first. */
    List<WayOut> waysOut();
}
