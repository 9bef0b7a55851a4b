package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.StopType;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.answer.Answer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option {@code --stop-at} of all commands that walk. */
final class StopAt {
    @Option(names = "--stop-at", paramLabel = "TYPE,TYPE", split = ",", hideParamSyntax = true,
        description = "Do not walk through objects of these types: class, module, iclass, imemo. Such an object is"
            + " counted where it is reached, nothing behind it is, and its own keepalive count is 1. For retained"
            + " sizes and dominators it is held for good, like a ROOT object.")
    private List<StopType> types = List.of();

    /** Returns where walks stop. */
    WalkBarrier stops() {
        return WalkBarrier.of(types);
    }

    /** Writes the field {@code stop_at}, a list of types, into the current object. */
    static void write(JsonGenerator json, WalkBarrier stops) throws IOException {
        json.writeArrayFieldStart("stop_at");
        for (StopType type : stops.types()) {
            json.writeString(type.name());
        }
        json.writeEndArray();
    }

    /** Adds the field {@code stop_at}, and a line for people where walks stop somewhere. */
    static void say(Answer.Builder answer, WalkBarrier stops) {
        answer.list("stop_at", stops.types().stream().map(Enum::name).collect(Collectors.toList()));
        if (!stops.isEmpty()) {
            answer.detail("walks stop at " + stops.types().stream().map(Enum::name)
                .collect(Collectors.joining(", ")));
        }
    }

    /** Returns a line for people, empty where walks stop nowhere. */
    static String line(WalkBarrier stops) {
        return stops.isEmpty() ? "" : "  walks stop at "
            + stops.types().stream().map(Enum::name).collect(Collectors.joining(", ")) + "\n";
    }
}
