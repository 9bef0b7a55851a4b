package io.github.memdump.gephi.process;

import io.github.memdump.live.Approach;
import io.github.memdump.live.Way;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private Approach approach = Approach.usual();
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
            Approach by = approach;
            next = thread.post(() -> arrive(row, ask(rubies, row, by, false)), PATIENCE_MILLIS);
        }
        return now;
    }

    /** Turns tracing on; the standing that follows arrives as any other. */
    void traceAllocations(ProcessRow row) {
        cancel();
        Approach by = approach;
        thread.post(() -> arrive(row, ask(rubies, row, by, true)));
    }

    /** Asks in other ways from now on. */
    void by(Approach other) {
        approach = other;
        known.clear();
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
    static ProcessState ask(RubyProcesses rubies, ProcessRow row, Approach approach, boolean tracing) {
        List<Way> ways;
        try {
            ways = rubies.ways(row, approach);
        } catch (IOException refused) {
            return ProcessState.refused(refused.getMessage());
        }
        try {
            if (tracing) {
                return ProcessState.answered(row, rubies.traceAllocations(row, approach));
            }
            // Whoever merely looks at a process does not attach to it.
            return ways.get(0) == Way.ATTACH ? ProcessState.attachable(row)
                : ProcessState.answered(row, rubies.ask(row, approach.via(ways.get(0))));
        } catch (IOException silent) {
            return ProcessState.silent(silent.getMessage());
        }
    }
}
