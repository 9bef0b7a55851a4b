package io.github.memdump.gephi.importer;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.dump.IssueKind;
import io.github.memdump.dump.Issues;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.View;
import java.util.Map;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.openide.util.NbBundle;

/** Sums up an import in a handful of lines: Gephi's report dialog stalls over thousands. */
final class ImportReport {
    private final Report report;

    ImportReport(Report report) {
        this.report = report;
    }

    void write(View view) {
        Findings findings = view.findings();
        report.log(text("ImportReport.view", view.recipe().title(), view.nodes().size(), view.edges().size(),
            findings.heap().objectCount(), findings.heap().facts().references()));
        view.omissions().forEach(report::log);
        damage(findings.heap());
        findings.diff().ifPresent(this::comparison);
    }

    private void damage(Heap heap) {
        Issues issues = heap.facts().issues();
        for (Map.Entry<IssueKind, Long> kind : issues.counts().entrySet()) {
            long line = issues.first().stream().filter(issue -> issue.kind() == kind.getKey())
                .mapToLong(io.github.memdump.dump.Issue::line).findFirst().orElse(0);
            warn(text("ImportReport.damage", heap.facts().dumpName(), kind.getValue(), kind.getKey().meaning(), line));
        }
        if (heap.roots().length == 0) {
            warn(text("ImportReport.noRoots", heap.facts().dumpName()));
        }
    }

    private void comparison(HeapDiff diff) {
        damage(diff.before());
        if (diff.newObjects().isEmpty()) {
            warn(text("ImportReport.nothingNew"));
        }
        if (!diff.byGeneration()) {
            warn(text("ImportReport.untraced"));
        } else if (diff.newWithoutGeneration() > 0) {
            warn(text("ImportReport.withoutGeneration", diff.newWithoutGeneration()));
        }
        if (diff.goneObjects() > 2L * diff.newObjects().size() && !diff.newObjects().isEmpty()) {
            warn(text("ImportReport.order", diff.newObjects().size(), diff.goneObjects()));
        }
    }

    private void warn(String text) {
        report.logIssue(new Issue(text, Issue.Level.WARNING));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ImportReport.class, key, values);
    }
}
