package io.github.memdump.gephi.process;

import io.github.memdump.live.LiveException;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openide.util.RequestProcessor;

/**
 * Finds out, in the background and one after the other, how things stand with processes. For the event thread, on
 * which the answers arrive.
 */
final class ProcessQuery {
    private static final int PATIENCE_MILLIS = 300;

    private final RequestProcessor thread = new RequestProcessor("Memdump asks processes", 1, true, false);
    private final RubyProcesses rubies;
    private final BiConsumer<ProcessRow, ProcessState> listener;
    private final Map<ProcessRow, ProcessState> known = new HashMap<>();
    private RequestProcessor.Task next;

    /** Prepares to tell a listener. */
    ProcessQuery(RubyProcesses rubies, BiConsumer<ProcessRow, ProcessState> listener) {
        this.rubies = rubies;
        this.listener = listener;
    }

    /** Returns what is known of a process now; where that is not all, the process is asked unless another is soon. */
    ProcessState of(ProcessRow row) {
        cancel();
        ProcessState now = known.getOrDefault(row, ProcessState.of(row));
        if (now.mayDump() && now.answer().isEmpty()) {
            next = thread.post(() -> arrive(row, ask(rubies, row, false)), PATIENCE_MILLIS);
        }
        return now;
    }

    /** Turns tracing on; the standing that follows arrives as any other. */
    void traceAllocations(ProcessRow row) {
        cancel();
        thread.post(() -> arrive(row, ask(rubies, row, true)));
    }

    /** Forgets all answers. */
    void forget() {
        known.clear();
    }

    /** Asks nobody any more. */
    void stop() {
        cancel();
        thread.shutdown();
    }

    private void cancel() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void arrive(ProcessRow row, ProcessState standing) {
        EventQueue.invokeLater(() -> {
            known.put(row, standing);
            listener.accept(row, standing);
        });
    }

    /** Asks a process, after it was told to trace if that is wanted; not for the event thread. */
    static ProcessState ask(RubyProcesses rubies, ProcessRow row, boolean tracing) {
        if (!rubies.canBeAsked(row)) {
            return ProcessState.withoutProgram();
        }
        try {
            if (tracing) {
                rubies.traceAllocations(row);
            }
            return ProcessState.answered(row, rubies.ask(row));
        } catch (IOException silent) {
            Optional<String> advice = Optional.of(silent).filter(LiveException.class::isInstance)
                .map(refused -> ((LiveException) refused).advice()).filter(lines -> !lines.isEmpty());
            return ProcessState.silent(silent.getMessage(), advice.isPresent());
        }
    }
}
