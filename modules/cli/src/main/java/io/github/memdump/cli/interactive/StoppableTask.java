package io.github.memdump.cli.interactive;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;

/** A task that can be stopped from another thread, and begun again. Thread-safe. */
final class StoppableTask implements Task {
    private final Task watched;
    private volatile boolean isStopped;

    StoppableTask(Task watched) {
        this.watched = watched;
    }

    /** Makes whatever reports to this give up. */
    void stop() {
        isStopped = true;
    }

    /** Lets what comes from now on run. */
    void begin() {
        isStopped = false;
    }

    @Override
    public void phase(String name, long total) {
        check();
        watched.phase(name, total);
    }

    @Override
    public void done(long steps) {
        check();
        watched.done(steps);
    }

    private void check() {
        if (isStopped) {
            throw new CancelledException();
        }
    }
}
