package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.RetainedSize;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Runs the statistic "Retained size" on the current workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.RetainedSizeAction")
@ActionRegistration(displayName = "#RetainedSizeAction", iconBase = "io/github/memdump/gephi/action/retained.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 510)
public final class RetainedSizeAction extends StatisticAction {
    /** Registered in the menu. */
    public RetainedSizeAction() {
        super(RetainedSize::new);
    }
}
