package io.github.memdump.gephi;

import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Gephi's controllers, without a window, as the tests need them. */
public final class Gephi {
    private Gephi() {
    }

    /** Returns the controller of projects. */
    public static ProjectController projects() {
        return Lookup.getDefault().lookup(ProjectController.class);
    }

    /** Returns the current workspace. */
    public static Workspace workspace() {
        return projects().getCurrentWorkspace();
    }

    /** Returns the graph of the current workspace. */
    public static GraphModel graph() {
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace());
    }
}
