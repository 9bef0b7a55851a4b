package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.HeapGrowth;
import io.github.memdump.gephi.statistics.HeapStatistic;
import io.github.memdump.gephi.statistics.KeepAliveCount;
import io.github.memdump.gephi.statistics.RetainedSize;
import io.github.memdump.gephi.statistics.RootDistance;
import io.github.memdump.gephi.statistics.StatisticDialog;
import io.github.memdump.gephi.task.Messages;
import java.awt.event.ActionListener;
import java.util.function.Supplier;
import org.gephi.project.api.ProjectController;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** What runs the statistics on the current workspace from the menu and shows their reports. For the event thread. */
public final class StatisticActions {
    private StatisticActions() {
    }

    /** Runs the statistic "Keep-alive count" on the current workspace. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.KeepAliveCountAction")
    @ActionRegistration(displayName = "#KeepAliveCountAction", iconBase = "io/github/memdump/gephi/action/count.png")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 500, separatorBefore = 490)
    public static ActionListener keepAliveCount() {
        return running(KeepAliveCount::new);
    }

    /** Runs the statistic "Retained size" on the current workspace. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.RetainedSizeAction")
    @ActionRegistration(displayName = "#RetainedSizeAction", iconBase = "io/github/memdump/gephi/action/retained.png")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 510)
    public static ActionListener retainedSize() {
        return running(RetainedSize::new);
    }

    /** Runs the statistic "Root distance" on the current workspace. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.RootDistanceAction")
    @ActionRegistration(displayName = "#RootDistanceAction", iconBase = "io/github/memdump/gephi/action/distance.png")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 520)
    public static ActionListener rootDistance() {
        return running(RootDistance::new);
    }

    /** Runs the statistic "Growth" on the current workspace. */
    @ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.HeapGrowthAction")
    @ActionRegistration(displayName = "#HeapGrowthAction", iconBase = "io/github/memdump/gephi/action/growth.png")
    @ActionReference(path = "Menu/Plugins/Memdump", position = 530)
    public static ActionListener heapGrowth() {
        return running(HeapGrowth::new);
    }

    private static ActionListener running(Supplier<HeapStatistic> statistic) {
        return event -> {
            if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
                Messages.information(NbBundle.getMessage(StatisticActions.class, "noHeap"));
            } else {
                StatisticDialog.run(statistic.get());
            }
        };
    }
}
