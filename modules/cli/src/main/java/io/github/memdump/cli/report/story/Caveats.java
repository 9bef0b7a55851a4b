package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.analysis.Retained;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.OwnWords;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader must know before trusting the figures, in sentences. */
public final class Caveats {
    /** The C type of the record that allocation tracing makes. */

    private final List<String> sentences = new ArrayList<>();

    private Caveats() {
    }

    /** Returns the sentences; empty if there is nothing to warn of. */
    public static List<String> of(Findings findings) {
        Caveats caveats = new Caveats();
        findings.diff().ifPresent(diff -> {
            caveats.addIdentity(diff);
            if (diff.before() != diff.after().identities()) {
                caveats.addDamage(diff.before());
            }
        });
        caveats.addDamage(findings.heap().identities());
        caveats.addUnreachable(findings);
        caveats.addOwn(findings.heap());
        return caveats.sentences;
    }

    private void addIdentity(HeapDiff diff) {
        if (!diff.byGeneration()) {
            sentences.add("Approximate: no object carries a generation, since allocation tracing was off. Objects were"
                + " compared by address alone, so a new object at the address of a freed one counts as old. Trace"
                + " allocations (ObjectSpace.trace_object_allocations_start) before the first dump.");
            return;
        }
        if (diff.newWithoutGeneration() > 0) {
            sentences.add(Figures.count(diff.newWithoutGeneration(), "new object") + " of "
                + Figures.count(diff.newObjects().size()) + " carr" + (diff.newWithoutGeneration() == 1 ? "ies" : "y")
                + " no generation and count as new by address alone.");
        }
        if (diff.comparedByAddress() > 0) {
            sentences.add(Figures.count(diff.comparedByAddress(), "old object") + " without a generation (allocated"
                + " while tracing was off) were matched by address alone: a new object without a generation at a"
                + " reused address would be taken for one of them.");
        }
    }

    private void addDamage(HeapIdentities heap) {
        for (Map.Entry<IssueKind, Long> kind : heap.issues().counts().entrySet()) {
            StringBuilder lines = new StringBuilder();
            int named = 0;
            for (Issue issue : heap.issues().first()) {
                if (issue.kind() == kind.getKey() && named < 3) {
                    lines.append(named++ == 0 ? "" : ", ").append(Figures.count(issue.line()));
                }
            }
            boolean one = kind.getValue() == 1;
            sentences.add(heap.dumpName() + ": " + Figures.count(kind.getValue(), "damaged place") + ", "
                + kind.getKey().meaning() + (lines.length() == 0 ? "." : one ? " (line " + lines + ")."
                : " (lines " + lines + (kind.getValue() > named ? ", …" : "") + ")."));
        }
    }

    private void addUnreachable(Findings findings) {
        Heap heap = findings.heap();
        if (heap.roots().length == 0) {
            sentences.add("The dump has no ROOT record (made with since:, or cut at its beginning): nothing in it"
                + " counts as reachable or retained. Take a full dump.");
            return;
        }
        Retained retained = findings.retained().orElseThrow();
        long unreachable = 0;
        long unreachableNew = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            if (!retained.isReachable(object) && heap.type(object) != RecordTypes.SHAPE) {
                int candidate = object;
                unreachable++;
                unreachableNew += findings.diff().filter(diff -> diff.newObjects().contains(candidate)).isPresent()
                    ? 1 : 0;
            }
        }
        if (unreachable > 0) {
            sentences.add(Figures.count(unreachable, "object") + (findings.diff().isEmpty() ? ""
                : " (" + Figures.count(unreachableNew) + " of them new)") + " cannot be reached from the roots"
                + (heap.isOverPlainReferences() ? " over plain references. Some are classes that their instances hold;"
                + " others" : ". They") + " wait for the next garbage collection. They retain nothing here.");
        }
    }

    private void addOwn(Heap heap) {
        OwnObjects own = OwnObjects.of(heap);
        if (own.size() > 0) {
            boolean isTraced = Arrays.stream(own.objects()).mapToObj(own::kind)
                .anyMatch(kind -> kind.equals(Optional.of(OwnObjects.Kind.TRACER)));
            sentences.add("Tracing and dumping made " + Figures.count(own.size(), "object") + " themselves: "
                + OwnWords.list(own, heap, any -> true) + (isTraced ? " (the tracer is the DATA record "
                + OwnObjects.TRACER + ")" : "") + ". They are not the leak, and no suspect or budget of new objects"
                + " counts them.");
        }
    }
}
