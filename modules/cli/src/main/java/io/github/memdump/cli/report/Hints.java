package io.github.memdump.cli.report;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.report.story.Words;
import io.github.memdump.view.ObjectNames;

/** What a picture shows of an object when one points at it. */
final class Hints {
    private final Findings findings;
    private final ObjectNames names;

    Hints(Findings findings) {
        this.findings = findings;
        this.names = new ObjectNames(findings.heap());
    }

    /** Returns name, identity, what it keeps alive and retains, and where it was allocated. */
    String of(int object) {
        StringBuilder hint = new StringBuilder(names.of(object));
        if (!findings.heap().isRoot(object)) {
            hint.append(' ').append(findings.text(Column.OBJECT, object));
        }
        long alive = findings.number(Column.KEEPALIVE_NEW_COUNT, object);
        if (alive != Findings.ABSENT) {
            hint.append("\nkeeps ").append(Figures.count(alive, "new object")).append(" alive");
        }
        long retained = findings.number(Column.RETAINED_SIZE, object);
        if (retained != Findings.ABSENT) {
            hint.append("\nretains ").append(Figures.bytes(retained)).append(" in ")
                .append(Figures.count(findings.number(Column.RETAINED_COUNT, object), "object"));
        }
        String site = Words.site(findings, object);
        return site.isEmpty() ? hint.toString() : hint.append('\n').append(site).toString();
    }
}
