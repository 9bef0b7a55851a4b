package io.github.memdump.gephi.statistics;

import java.awt.EventQueue;
import javax.swing.JPanel;
import org.gephi.statistics.api.StatisticsController;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.Lookup;

/** Runs a statistic as Gephi's Statistics panel does: asks for its parameters, computes, shows the report. */
public final class StatisticDialog {
    private StatisticDialog() {
    }

    /** Runs a statistic on the current workspace. For the event thread; returns while it is computing. */
    public static void run(HeapStatistic statistic) {
        StatisticsUI parameters = Lookup.getDefault().lookupAll(StatisticsUI.class).stream()
            .filter(ui -> ui.getStatisticsClass() == statistic.getClass()).findFirst().orElseThrow();
        JPanel panel = parameters.getSettingsPanel();
        parameters.setup(statistic);
        boolean isWanted = panel == null || DialogDisplayer.getDefault()
            .notify(new DialogDescriptor(panel, statistic.name())) == NotifyDescriptor.OK_OPTION;
        parameters.unsetup();
        if (isWanted) {
            Lookup.getDefault().lookup(StatisticsController.class).execute(statistic, finished ->
                EventQueue.invokeLater(() -> ReportDialog.show(statistic.name(), statistic.getReport())));
        }
    }
}
