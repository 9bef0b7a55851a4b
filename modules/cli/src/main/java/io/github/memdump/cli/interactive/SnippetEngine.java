package io.github.memdump.cli.interactive;

import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs what is typed in this very process, where the loaded dumps are, and keeps what it throws. What runs is stopped
 * by its task, and only if it goes on without asking its task by force.
 */
final class SnippetEngine extends LocalExecutionControl {
    private static final long GRACE_MILLIS = 1_000;

    private final StoppableTask task;
    private volatile boolean isRunning;
    private volatile boolean isStopped;
    private volatile Throwable thrown;

    private SnippetEngine(StoppableTask task) {
        this.task = task;
    }

    /** Makes the engine of one session. */
    static final class Provider implements ExecutionControlProvider {
        private final SnippetEngine engine;

        Provider(StoppableTask task) {
            this.engine = new SnippetEngine(task);
        }

        SnippetEngine engine() {
            return engine;
        }

        @Override
        public String name() {
            return "memdump";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return engine;
        }
    }

    /** Returns what the last snippet threw, if it did. */
    Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** Returns whether the last snippet was stopped. */
    boolean wasStopped() {
        return isStopped;
    }

    @Override
    protected void clientCodeEnter() {
        super.clientCodeEnter();
        thrown = null;
        isStopped = false;
        isRunning = true;
    }

    @Override
    protected void clientCodeLeave() {
        isRunning = false;
        super.clientCodeLeave();
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        thrown = cause;
        return super.throwConvertedInvocationException(cause);
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        task.stop();
        isStopped = isRunning;
        long end = System.nanoTime() + GRACE_MILLIS * 1_000_000;
        try {
            while (isRunning && System.nanoTime() < end) {
                Thread.sleep(10);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (isRunning) {
            super.stop();
        }
    }
}
