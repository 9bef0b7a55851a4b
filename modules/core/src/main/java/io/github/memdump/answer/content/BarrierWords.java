package io.github.memdump.answer.content;

import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.answer.Answer;
import java.util.List;
import java.util.stream.Collectors;

/** Where walks stop. */
public final class BarrierWords {
    private BarrierWords() {
    }

    /** Adds the field {@code stop_at}, a list of types. */
    public static void list(Answer.Builder answer, WalkBarrier stops) {
        answer.list("stop_at", types(stops));
    }

    /** Adds the same, and a line for people where walks stop somewhere. */
    public static void say(Answer.Builder answer, WalkBarrier stops) {
        list(answer, stops);
        answer.detailIf(!stops.isEmpty(), "walks stop at " + String.join(", ", types(stops)));
    }

    private static List<String> types(WalkBarrier stops) {
        return stops.types().stream().map(Enum::name).collect(Collectors.toList());
    }
}
