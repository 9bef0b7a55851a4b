package io.github.memdump.task;

/**
 * What a long computation tells its caller and asks of it: progress goes out, a wish to cancel comes in.
 *
 * <p>A computation announces each of its phases with {@link #phase}, reports work with {@link #done} every few
 * thousand steps, and by the same call learns that it should stop: once the caller has cancelled, {@code phase} and
 * {@code done} throw {@link CancelledException}, and nothing half-built is returned. Implementations are safe to be
 * called from several threads; cost of a call that reports nothing new is a few nanoseconds.
 */
public interface Task {
    /** A task that nobody watches and nobody cancels. */
    Task UNWATCHED = new Task() {
        @Override
        public void phase(String name, long total) {
        }

        @Override
        public void done(long steps) {
        }
    };

    /**
     * Begins a phase; the one before it, if any, is finished by this.
     *
     * @param name  what is being done, for people: "Reading after.json"
     * @param total the number of steps in this phase, or a value below 1 where it is not known
     * @throws CancelledException if the caller wants the computation to stop
     */
    void phase(String name, long total);

    /**
     * Adds steps to the current phase.
     *
     * @param steps how many steps were done since the last call
     * @throws CancelledException if the caller wants the computation to stop
     */
    void done(long steps);
}
