package io.github.memdump.gephi.action;

import io.github.memdump.gephi.style.KeepAliveStyle;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.awt.Actions;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/** Sizes the nodes of the current workspace by what they keep alive and colours them old, new and border. */
@ActionID(category = "Memdump", id = "io.github.memdump.gephi.action.KeepAliveStyleAction")
@ActionRegistration(displayName = "#KeepAliveStyleAction", iconBase = "io/github/memdump/gephi/action/style.png")
@ActionReference(path = "Menu/Plugins/Memdump", position = 400, separatorBefore = 390)
public final class KeepAliveStyleAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent event) {
        if (Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace() == null) {
            Messages.information(NbBundle.getMessage(KeepAliveStyleAction.class, "noHeap"));
            return;
        }
        GraphModel graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        String work = Actions.cutAmpersand(NbBundle.getMessage(KeepAliveStyleAction.class, "KeepAliveStyleAction"));
        Background.run(work, task -> {
            int styled = KeepAliveStyle.apply(graph, task);
            if (styled == 0) {
                Messages.remark(work,
                    NbBundle.getMessage(KeepAliveStyleAction.class, "KeepAliveStyleAction.nothing"));
            } else {
                Messages.status(NbBundle.getMessage(KeepAliveStyleAction.class, "KeepAliveStyleAction.done", styled));
            }
        });
    }
}
