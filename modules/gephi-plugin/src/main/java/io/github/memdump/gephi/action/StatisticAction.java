package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.HeapStatistic;
import io.github.memdump.gephi.statistics.StatisticDialog;
import io.github.memdump.gephi.task.Messages;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.function.Supplier;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Runs a statistic on the current workspace and shows its report. */
abstract class StatisticAction implements ActionListener {
    private final Supplier<HeapStatistic> statistic;

    StatisticAction(Supplier<HeapStatistic> statistic) {
        this.statistic = statistic;
    }

    @Override
    public final void actionPerformed(ActionEvent event) {
        if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
            Messages.information(NbBundle.getMessage(StatisticAction.class, "noHeap"));
            return;
        }
        StatisticDialog.run(statistic.get());
    }
}
