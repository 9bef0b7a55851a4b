package io.github.memdump.cli.report;

import io.github.memdump.cli.report.picture.WholeFile;
import io.github.memdump.text.XmlText;
import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Origin;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.plugin.ExporterGEXF;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Writes a view as a Gephi project and as GEXF, by Gephi itself. The toolkit has one current project for the whole
 * process, so only one thread may do this at a time.
 */
final class GephiFiles {
    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final Color CROSSING = new Color(0x5B6B7B);

    private final View view;
    private final ProjectController projects;

    GephiFiles(View view) {
        ToolkitLog.silence();
        this.view = view;
        this.projects = Lookup.getDefault().lookup(ProjectController.class);
    }

    /** Writes both files. The project must be there, empty: Gephi 0.10 deletes a new one when it has written it. */
    void write(Path project, Path gexf) throws IOException {
        inWorkspace(workspace -> {
            writeGexf(workspace, gexf);
            saveTo(project);
        });
    }

    /** Writes the project alone, in the place of an empty file. */
    void writeProject(Path project) throws IOException {
        inWorkspace(workspace -> saveTo(project));
    }

    /** Writes GEXF alone. */
    void writeGexf(Path gexf) throws IOException {
        inWorkspace(workspace -> writeGexf(workspace, gexf));
    }

    private void saveTo(Path project) throws IOException {
        byGephi(project, () -> projects.saveProject(projects.getCurrentProject(), project.toAbsolutePath().toFile()));
        WholeFile.requireProject(project);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Of what Gephi meets on the disk it says some by its own exceptions, with the failure of its cleaning up. */
    private static void byGephi(Path file, Step step) throws IOException {
        try {
            step.run();
        } catch (RuntimeException failed) {
            throw new IOException(file.getFileName() + " could not be written: Gephi failed. Is the disk full?",
                failed);
        }
    }

    private void inWorkspace(Writing writing) throws IOException {
        projects.newProject();
        try {
            Workspace workspace = projects.getCurrentWorkspace();
            projects.renameWorkspace(workspace, XmlText.clean(view.recipe().title()));
            fill(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace));
            writing.write(workspace);
        } finally {
            projects.closeCurrentProject();
        }
    }

    private interface Writing {
        void write(Workspace workspace) throws IOException;
    }

    private void writeGexf(Workspace workspace, Path gexf) throws IOException {
        ExporterGEXF exporter = new ExporterGEXF();
        exporter.setWorkspace(workspace);
        exporter.setExportDynamic(false);
        exporter.setExportMeta(false);
        byGephi(gexf, () -> Lookup.getDefault().lookup(ExportController.class).exportFile(
            gexf.toAbsolutePath().toFile(), exporter));
        WholeFile.requireGexf(gexf, view.nodes().size(), view.edges().size());
    }

    private void fill(GraphModel model) {
        NodeColumns.addTo(model.getNodeTable(), view);
        model.getEdgeTable().addColumn(KIND, KIND, String.class, Origin.DATA, null, true);
        model.getEdgeTable().addColumn(NAME, NAME, String.class, Origin.DATA, null, true);
        DirectedGraph graph = model.getDirectedGraph();
        List<Node> nodes = new ArrayList<>();
        for (ViewNode shown : view.nodes()) {
            Node node = node(model, shown);
            graph.addNode(node);
            NodeColumns.fill(node, view, shown);
            nodes.add(node);
        }
        int type = model.addEdgeType(null);
        Sketch sketch = view.sketch();
        for (ViewEdge shown : view.edges()) {
            Edge edge = model.factory().newEdge(nodes.get(shown.source()), nodes.get(shown.target()), type,
                shown.weight(), true);
            boolean inTree = sketch.parent(shown.target()) == shown.source();
            edge.setColor(inTree ? nodes.get(shown.source()).getColor() : CROSSING);
            edge.setAlpha(inTree ? 0.6f : 0.1f);
            graph.addEdge(edge);
            edge.setAttribute(KIND, shown.kind().id());
            edge.setAttribute(NAME, XmlText.clean(shown.name()));
            edge.setLabel(XmlText.clean(shown.name()));
        }
    }

    private Node node(GraphModel model, ViewNode shown) {
        Node node = model.factory().newNode(XmlText.clean(view.id(shown)));
        node.setLabel(XmlText.clean(shown.name()));
        node.getTextProperties().setVisible(!shown.label().isEmpty());
        node.setX(shown.x());
        node.setY(shown.y());
        // Of Gephi the radius, of a view the diameter.
        node.setSize(shown.size() / 2);
        node.setColor(new Color(shown.rgb()));
        return node;
    }

    /** What Gephi's toolkit and the platform under it log: nothing that the reader of a report could act on. */
    private static final class ToolkitLog {
        /** Held here, since a logger that nobody holds forgets its level. */
        private static final Logger ROOT = Logger.getLogger("");

        private ToolkitLog() {
        }

        /** Keeps the log off standard error for the rest of the process, unless MEMDUMP_DEBUG asks for it. */
        static void silence() {
            if (System.getenv("MEMDUMP_DEBUG") == null) {
                ROOT.setLevel(Level.OFF);
            }
        }
    }
}
