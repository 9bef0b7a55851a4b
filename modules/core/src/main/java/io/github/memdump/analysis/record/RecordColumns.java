package io.github.memdump.analysis.record;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.task.Task;
import io.github.memdump.value.RecordFact;
import io.github.memdump.value.RecordFacts;
import io.github.memdump.value.Values;
import java.util.Collection;
import java.util.Set;

/** Fills the columns that no heap keeps, for the objects that are shown, from their records. Thread-safe. */
public final class RecordColumns {
    private RecordColumns() {
    }

    /**
     * Returns findings with what some columns take from the records of some objects; the same where no column takes
     * any. Costs what {@link RecordFacts} do.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static Findings of(Findings findings, Collection<Column> columns, Values values, int[] objects, Task task)
            throws DumpException {
        Set<RecordFact> facts = Column.facts(columns);
        return facts.isEmpty() ? findings : findings.and(RecordFacts.of(values, objects, facts, task));
    }

    /** Returns the same of the dump that the heap came from. */
    public static Findings of(Findings findings, Collection<Column> columns, int[] objects, Task task)
            throws DumpException {
        return Column.facts(columns).isEmpty() ? findings
            : of(findings, columns, Values.of(findings.heap()), objects, task);
    }
}
