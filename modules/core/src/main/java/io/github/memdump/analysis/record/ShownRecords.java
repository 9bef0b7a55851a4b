package io.github.memdump.analysis.record;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.RecordFacts;
import io.github.memdump.value.Values;
import java.util.Collection;
import java.util.function.IntPredicate;

/**
 * What the records of shown objects say that no heap keeps: columns, and the names of references. All of it is read
 * from the dump in one pass, so that a packed one is unpacked once. Immutable, thread-safe.
 */
public final class ShownRecords {
    private final Findings findings;
    private final ReferenceNames names;

    private ShownRecords(Findings findings, ReferenceNames names) {
        this.findings = findings;
        this.names = names;
    }

    /**
     * Reads columns of some objects, and the names of the references from some holders to some targets. Without the
     * dump there is neither. Costs what {@link RecordFacts} and {@link ReferenceNames} do.
     *
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static ShownRecords of(Findings findings, Collection<Column> columns, int[] objects, int[] holders,
            IntPredicate targets, Task task) {
        try {
            JointVisit visit = Values.of(findings.heap()).jointly();
            RecordFacts facts = RecordFacts.of(visit, objects, Column.facts(columns));
            ReferenceNames.Asked names = new ReferenceNames.Asked(visit, holders, targets);
            visit.run(task);
            return new ShownRecords(findings.and(facts), names.answered());
        } catch (DumpException unreadable) {
            return new ShownRecords(findings, ReferenceNames.none(findings.heap()));
        }
    }

    /** Returns the findings, with these columns. */
    public Findings findings() {
        return findings;
    }

    /** Returns the names. */
    public ReferenceNames names() {
        return names;
    }
}
