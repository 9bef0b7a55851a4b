package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.KeepAliveCount;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.statistics.ReportDialog;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.api.StatisticsController;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Runs the statistic "Keep-alive count" on the current workspace and shows its report. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.KeepAliveCountAction")
@ActionRegistration(displayName = "#KeepAliveCountAction", iconBase = "io/github/memdump/gephi/action/count.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 500)
public final class KeepAliveCountAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
            Messages.information(NbBundle.getMessage(KeepAliveCountAction.class, "noHeap"));
            return;
        }
        KeepAliveCount statistic = new KeepAliveCount();
        Lookup.getDefault().lookup(StatisticsController.class).execute(statistic, finished -> EventQueue.invokeLater(
            () -> ReportDialog.show(NbBundle.getMessage(KeepAliveCountAction.class, "KeepAliveCountAction.title"),
                statistic.getReport())));
    }
}
