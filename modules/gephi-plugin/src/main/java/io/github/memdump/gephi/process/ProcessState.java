package io.github.memdump.gephi.process;

import java.util.Optional;
import org.openide.util.NbBundle;

/** How things stand with the chosen process: what can be done with it, and a sentence that says so. Immutable. */
final class ProcessState {
    /** Nothing is chosen. */
    static final ProcessState NOTHING = new ProcessState(false, false, false, null, text("ProcessState.nothing"));

    private final boolean isReachable;
    private final boolean mayTrace;
    private final boolean needsAdvice;
    private final ProcessReply answer;
    private final String sentence;

    private ProcessState(boolean isReachable, boolean mayTrace, boolean needsAdvice, ProcessReply answer,
        String sentence) {
        this.isReachable = isReachable;
        this.mayTrace = mayTrace;
        this.needsAdvice = needsAdvice;
        this.answer = answer;
        this.sentence = sentence;
    }

    /** Returns how it stands before it was looked at. */
    static ProcessState of(ProcessRow row) {
        return new ProcessState(true, false, false, null, text("ProcessState.asking", row));
    }

    /** Returns how it stands when the process can be attached to, which nobody does who merely looks at it. */
    static ProcessState attachable(ProcessRow row) {
        return new ProcessState(true, true, false, null, text("ProcessState.attachable", row));
    }

    /** Returns how it stands when the process has answered. */
    static ProcessState answered(ProcessRow row, ProcessReply answer) {
        return new ProcessState(true, !answer.tracesAllocations(), false, answer, text(answer.tracesAllocations()
            ? "ProcessState.traced" : "ProcessState.untraced", row, answer.rubyVersion(), answer.objects()));
    }

    /** Returns how it stands when the process can be asked but did not answer, for a reason in words. */
    static ProcessState silent(String reason) {
        return new ProcessState(true, false, false, null, reason);
    }

    /** Returns how it stands when there is no way to ask the process, for a reason in words. */
    static ProcessState refused(String reason) {
        return new ProcessState(false, false, true, null, reason);
    }

    /** Returns whether a dump may be tried. */
    boolean mayDump() {
        return isReachable;
    }

    /** Returns whether tracing can be turned on: the process can be asked and is not known to trace. */
    boolean mayTrace() {
        return mayTrace;
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
