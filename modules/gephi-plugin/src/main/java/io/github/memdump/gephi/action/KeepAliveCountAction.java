package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.KeepAliveCount;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Runs the statistic "Keep-alive count" on the current workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.KeepAliveCountAction")
@ActionRegistration(displayName = "#KeepAliveCountAction", iconBase = "io/github/memdump/gephi/action/count.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 500, separatorBefore = 490)
public final class KeepAliveCountAction extends StatisticAction {
    /** Registered in the menu. */
    public KeepAliveCountAction() {
        super(KeepAliveCount::new);
    }
}
