package io.github.memdump.gephi.action;

import io.github.memdump.gephi.statistics.RootDistance;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;

/** Runs the statistic "Root distance" on the current workspace. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.RootDistanceAction")
@ActionRegistration(displayName = "#RootDistanceAction", iconBase = "io/github/memdump/gephi/action/distance.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 520)
public final class RootDistanceAction extends StatisticAction {
    /** Registered in the menu. */
    public RootDistanceAction() {
        super(RootDistance::new);
    }
}
