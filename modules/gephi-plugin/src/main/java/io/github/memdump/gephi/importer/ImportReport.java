package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.HeapCaveats;
import io.github.memdump.gephi.heap.OrderedDumps;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.view.View;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.openide.util.NbBundle;

/** Sums up an import in a handful of lines: Gephi's report dialog stalls over thousands. */
final class ImportReport {
    private ImportReport() {
    }

    static void write(View view, OrderedDumps dumps, Report report) {
        dumps.remark().ifPresent(remark -> report.logIssue(new Issue(remark, Issue.Level.WARNING)));
        report.log(NbBundle.getMessage(ImportReport.class, "ImportReport.view", view.recipe().title(),
            view.nodes().size(), view.edges().size(), view.findings().heap().objectCount(),
            view.findings().heap().facts().references()));
        WorkspaceHeap.inGephi(view.omissions()).forEach(report::log);
        for (String caveat : HeapCaveats.of(view.findings())) {
            report.logIssue(new Issue(caveat, Issue.Level.WARNING));
        }
    }
}
