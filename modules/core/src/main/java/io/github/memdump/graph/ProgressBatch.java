package io.github.memdump.graph;

import io.github.memdump.task.Task;

/** Gathers the steps of one phase, so that the task hears of them every few thousand and not at each. */
final class ProgressBatch {
    /** How many steps pass, at least, between two reports: well below a millisecond of work. */
    static final int BLOCK = 1 << 13;

    private final Task task;
    private long pending;

    /** Begins a phase of the task. */
    ProgressBatch(Task task, String phase, long total) {
        this.task = task;
        task.phase(phase, total);
    }

    /** Adds steps; throws {@link io.github.memdump.task.CancelledException} if the task was cancelled. */
    void add(int steps) {
        pending += steps;
        if (pending >= BLOCK) {
            finish();
        }
    }

    /** Reports what is still unreported. */
    void finish() {
        long steps = pending;
        pending = 0;
        task.done(steps);
    }
}
