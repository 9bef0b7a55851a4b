package io.github.memdump.answer.content;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which keep-alive counts are estimates, and how good they are. */
public final class EstimateWords {
    private EstimateWords() {
    }

    /** Returns a warning for each column that holds estimates. */
    public static List<String> warnings(Findings findings) {
        List<String> warnings = new ArrayList<>();
        warn("keepalive_count", findings.keepAlive(), warnings);
        warn("keepalive_new_count", findings.keepAliveNew(), warnings);
        return warnings;
    }

    private static void warn(String column, Optional<KeepAlive> counts, List<String> warnings) {
        counts.filter(found -> found.estimated() > 0).ifPresent(found -> warnings.add(column + " of "
            + Figures.count(found.estimated()) + " of " + Figures.count(found.counted(), "object")
            + " is an estimate (standard error " + Figures.share(found.relativeError()) + "); keepalive_estimated is 1"
            + " for these. All other counts are exact. Exact counts of these objects would take longer than is usually"
            + " worth it: memdump keepalive --exact makes them, and --stop-at class,module,iclass,imemo needs fewer."));
    }

    /** Adds, for each column that was counted, the field of its name: how many counts there are and how good. */
    public static void add(Answer.Builder answer, Findings findings) {
        add(answer, "keepalive_count", findings.keepAlive());
        add(answer, "keepalive_new_count", findings.keepAliveNew());
    }

    private static void add(Answer.Builder answer, String column, Optional<KeepAlive> counts) {
        counts.ifPresent(found -> answer.section(column, "", Answer.builder().fact("counted", found.counted())
            .fact("exact", found.estimated() == 0).fact("estimated", found.estimated())
            .fact("relative_error", found.relativeError()).build()));
    }
}
