package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.HeapGrowth;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Runs the statistic "Growth" on the current workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.HeapGrowthAction")
@ActionRegistration(displayName = "#HeapGrowthAction", iconBase = "io/github/memdump/gephi/action/growth.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 530)
public final class HeapGrowthAction extends StatisticAction {
    /** Registered in the menu. */
    public HeapGrowthAction() {
        super(HeapGrowth::new);
    }
}
