package io.github.memdump.gephi.heap;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.investigation.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openide.util.NbBundle;

/** What should make one careful with findings: damage, missing traces, dumps in the wrong order. */
public final class HeapCaveats {
    private final List<String> sentences = new ArrayList<>();

    private HeapCaveats() {
    }

    /** Returns a handful of sentences, none if all is well. */
    public static List<String> of(Findings findings) {
        HeapCaveats caveats = new HeapCaveats();
        findings.diff().ifPresent(diff -> caveats.damage(diff.before()));
        caveats.damage(findings.heap().identities());
        findings.diff().ifPresent(caveats::comparison);
        return caveats.sentences;
    }

    private void damage(HeapIdentities heap) {
        String dump = UnpackedName.lastOf(heap.dumpName());
        Issues issues = heap.issues();
        for (Map.Entry<IssueKind, Long> kind : issues.counts().entrySet()) {
            long line = issues.first().stream().filter(issue -> issue.kind() == kind.getKey())
                .mapToLong(Issue::line).findFirst().orElse(0);
            say("HeapCaveats.damage", dump, kind.getValue(), kind.getKey().meaning(), line);
        }
        if (heap.rootNames().isEmpty()) {
            say("HeapCaveats.noRoots", dump);
        }
    }

    private void comparison(HeapDiff diff) {
        int came = diff.newObjects().size();
        if (came == 0) {
            say("HeapCaveats.nothingNew");
        }
        if (!diff.byGeneration()) {
            say("HeapCaveats.untraced");
        } else if (diff.newWithoutGeneration() > 0) {
            say("HeapCaveats.withoutGeneration", diff.newWithoutGeneration());
        }
        Set<Doubt> doubts = Doubt.of(diff);
        if (doubts.contains(Doubt.UNRELATED)) {
            say("HeapCaveats.unrelated");
        }
        if (doubts.contains(Doubt.WRONG_ORDER) || doubts.contains(Doubt.SHRUNK)) {
            say("HeapCaveats.order", came, diff.goneObjects());
        }
    }

    private void say(String key, Object... values) {
        sentences.add(NbBundle.getMessage(HeapCaveats.class, key, values));
    }
}
