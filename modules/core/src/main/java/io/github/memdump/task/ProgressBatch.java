package io.github.memdump.task;

/** Gathers the steps of one phase, so that the task hears of them every few thousand and not at each. */
public final class ProgressBatch {
    /** How many steps pass, at least, between two reports: well below a millisecond of work. */
    static final int BLOCK = 1 << 13;

    private final Task task;
    private long pending;

    /** Begins a phase of the task. */
    public ProgressBatch(Task task, String phase, long total) {
        this.task = task;
        task.phase(phase, total);
    }

    /** Adds steps; throws {@link io.github.memdump.task.CancelledException} if the task was cancelled. */
    public void add(int steps) {
        pending += steps;
        if (pending >= BLOCK) {
            finish();
        }
    }

    /** Reports what is still unreported. */
    public void finish() {
        long steps = pending;
        pending = 0;
        task.done(steps);
    }
}
