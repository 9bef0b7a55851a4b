package io.github.memdump.gephi.process;

import io.github.memdump.live.RubyProcess;
import java.util.Optional;
import org.openide.util.NbBundle;

/** How things stand with the chosen process: what can be done with it, and a sentence that says so. Immutable. */
final class ProcessState {
    /** Nothing is chosen. */
    static final ProcessState NOTHING = new ProcessState(false, false, null, text("ProcessState.nothing"));

    private final boolean isReachable;
    private final boolean needsAdvice;
    private final ProcessReply answer;
    private final String sentence;

    private ProcessState(boolean isReachable, boolean needsAdvice, ProcessReply answer, String sentence) {
        this.isReachable = isReachable;
        this.needsAdvice = needsAdvice;
        this.answer = answer;
        this.sentence = sentence;
    }

    /** Returns how it stands before the process has answered. */
    static ProcessState of(ProcessRow row) {
        if (row.tracing() == RubyProcess.Tracing.ABSENT) {
            return new ProcessState(false, true, null, text("ProcessState.notLoaded", row));
        }
        return new ProcessState(true, false, null, text("ProcessState.asking", row));
    }

    /** Returns how it stands where the program rbtrace is not there. */
    static ProcessState withoutProgram() {
        return new ProcessState(false, true, null, text("ProcessState.noProgram"));
    }

    /** Returns how it stands when the process has answered. */
    static ProcessState answered(ProcessRow row, ProcessReply answer) {
        return new ProcessState(true, false, answer, text(answer.tracesAllocations() ? "ProcessState.traced"
            : "ProcessState.untraced", row, answer.rubyVersion(), answer.objects()));
    }

    /** Returns how it stands when the process did not answer, for a reason in words. */
    static ProcessState silent(String reason, boolean needsAdvice) {
        return new ProcessState(!needsAdvice, needsAdvice, null, reason);
    }

    /** Returns whether a dump may be tried. */
    boolean mayDump() {
        return isReachable;
    }

    /** Returns whether tracing can be turned on: the process answers and does not trace yet. */
    boolean mayTrace() {
        return answer != null && !answer.tracesAllocations();
    }

    /** Returns whether the application needs a change before it can be dumped. */
    boolean needsAdvice() {
        return needsAdvice;
    }

    /** Returns what the process said, if it has answered. */
    Optional<ProcessReply> answer() {
        return Optional.ofNullable(answer);
    }

    /** Returns what to tell the user. */
    String sentence() {
        return sentence;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ProcessState.class, key, values);
    }
}
