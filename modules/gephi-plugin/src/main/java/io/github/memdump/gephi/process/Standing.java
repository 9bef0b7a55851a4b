package io.github.memdump.gephi.process;

import io.github.memdump.live.RubyProcess;
import java.util.Optional;
import org.openide.util.NbBundle;

/** How things stand with the chosen process: what can be done with it, and a sentence that says so. Immutable. */
final class Standing {
    /** Nothing is chosen. */
    static final Standing NOTHING = new Standing(false, false, null, text("Standing.nothing"));

    private final boolean isReachable;
    private final boolean needsAdvice;
    private final Answer answer;
    private final String sentence;

    private Standing(boolean isReachable, boolean needsAdvice, Answer answer, String sentence) {
        this.isReachable = isReachable;
        this.needsAdvice = needsAdvice;
        this.answer = answer;
        this.sentence = sentence;
    }

    /** Returns how it stands before the process has answered. */
    static Standing of(ProcessRow row) {
        if (row.tracing() == RubyProcess.Tracing.ABSENT) {
            return new Standing(false, true, null, text("Standing.notLoaded", row));
        }
        return new Standing(true, false, null, text("Standing.asking", row));
    }

    /** Returns how it stands where the program rbtrace is not there. */
    static Standing withoutProgram() {
        return new Standing(false, true, null, text("Standing.noProgram"));
    }

    /** Returns how it stands when the process has answered. */
    static Standing answered(ProcessRow row, Answer answer) {
        return new Standing(true, false, answer, text(answer.tracesAllocations() ? "Standing.traced"
            : "Standing.untraced", row, answer.rubyVersion(), answer.objects()));
    }

    /** Returns how it stands when the process did not answer, for a reason in words. */
    static Standing silent(String reason, boolean needsAdvice) {
        return new Standing(!needsAdvice, needsAdvice, null, reason);
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
    Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    /** Returns what to tell the user. */
    String sentence() {
        return sentence;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(Standing.class, key, values);
    }
}
