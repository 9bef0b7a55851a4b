package io.github.memdump.gephi.statistics;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.text.html.HTMLEditorKit;
import org.gephi.statistics.api.StatisticsController;
import org.gephi.statistics.spi.StatisticsUI;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.Lookup;

/** Runs a statistic as Gephi's Statistics panel does: asks for its parameters, computes, shows the report. */
public final class StatisticDialog {
    private static final Dimension REPORT_SIZE = new Dimension(760, 620);

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
                EventQueue.invokeLater(() -> show(statistic.name(), statistic.getReport())));
        }
    }

    private static void show(String title, String html) {
        JEditorPane pane = new JEditorPane();
        pane.setEditorKit(new HTMLEditorKit());
        pane.setEditable(false);
        // Reports are pages: black on white in every look, as their charts are.
        pane.setBackground(Color.WHITE);
        pane.setForeground(Color.BLACK);
        pane.setText(html);
        pane.setCaretPosition(0);
        JScrollPane scroll = new JScrollPane(pane);
        scroll.setPreferredSize(REPORT_SIZE);
        DialogDescriptor descriptor = new DialogDescriptor(scroll, title, false, null);
        descriptor.setOptions(new Object[] {NotifyDescriptor.CLOSED_OPTION});
        DialogDisplayer.getDefault().createDialog(descriptor).setVisible(true);
    }
}
