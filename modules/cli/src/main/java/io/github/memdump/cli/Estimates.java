package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.answer.Figures;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Says which keep-alive counts are estimates, and how good they are. */
final class Estimates {
    private Estimates() {
    }

    /** Warns of each column that holds estimates. */
    static void tell(Findings findings, Warnings warnings) {
        tell("keepalive_count", findings.keepAlive(), warnings);
        tell("keepalive_new_count", findings.keepAliveNew(), warnings);
    }

    private static void tell(String column, Optional<KeepAlive> counts, Warnings warnings) {
        counts.filter(found -> found.estimated() > 0).ifPresent(found -> warnings.add(column + " of "
            + Figures.count(found.estimated()) + " of " + Figures.count(found.counted(), "object")
            + " is an estimate (standard error " + percent(found.relativeError()) + "); keepalive_estimated is 1 for"
            + " these. All other counts are exact. Exact counts of these objects would take longer than is usually"
            + " worth it: memdump keepalive --exact makes them, and --stop-at class,module,iclass,imemo needs fewer."));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Writes, for each column that was counted, the field of its name: how many counts there are and how good. */
    static void write(JsonGenerator json, Findings findings) throws IOException {
        write(json, "keepalive_count", findings.keepAlive());
        write(json, "keepalive_new_count", findings.keepAliveNew());
    }

    private static void write(JsonGenerator json, String column, Optional<KeepAlive> counts) throws IOException {
        if (counts.isPresent()) {
            json.writeObjectFieldStart(column);
            json.writeNumberField("counted", counts.get().counted());
            json.writeBooleanField("exact", counts.get().estimated() == 0);
            json.writeNumberField("estimated", counts.get().estimated());
            json.writeNumberField("relative_error", counts.get().relativeError());
            json.writeEndObject();
        }
    }
}
