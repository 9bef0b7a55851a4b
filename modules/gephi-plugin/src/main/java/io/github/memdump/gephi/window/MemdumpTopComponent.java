package io.github.memdump.gephi.window;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.HeapTab;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.Timer;
import javax.swing.event.ChangeListener;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceListener;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;
import org.openide.windows.Mode;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

/** The Memdump window. Facts are gathered outside the event thread whenever the workspace or its heap changes. */
@ConvertAsProperties(dtd = "-//io.github.memdump.gephi//Memdump//EN", autostore = false)
@TopComponent.Description(preferredID = "MemdumpTopComponent",
    iconBase = "io/github/memdump/gephi/window/memdump.png", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = MemdumpTopComponent.MODE, openAtStartup = true, roles = {"overview"}, position = 300)
@ActionID(category = "Window", id = "io.github.memdump.gephi.window.MemdumpTopComponent")
@ActionReference(path = "Menu/Window", position = 1275)
@TopComponent.OpenActionRegistration(displayName = "#MemdumpTopComponent", preferredID = "MemdumpTopComponent")
public final class MemdumpTopComponent extends TopComponent {
    private static final long serialVersionUID = 1L;
    static final String MODE = "filtersmode";
    private static final int MEMORY_MILLIS = 2_000;
    private static final int SETTLE_MILLIS = 200;

    private final MemdumpPanel panel = new MemdumpPanel();
    private final transient RequestProcessor facts = new RequestProcessor("Memdump facts", 1);
    private final transient RequestProcessor.Task gathering = facts.create(this::gather);
    private final transient RequestProcessor.Task looking = facts.create(this::look);
    private final transient Timer memory = new Timer(MEMORY_MILLIS, event -> tick());
    private final transient ChangeListener ties = event -> refresh();
    private transient volatile long shownSize;
    private final transient WorkspaceListener workspaces = new Workspaces();

    /** Makes the window; it shows nothing before it is opened. */
    public MemdumpTopComponent() {
        setName(NbBundle.getMessage(MemdumpTopComponent.class, "MemdumpTopComponent"));
        setToolTipText(NbBundle.getMessage(MemdumpTopComponent.class, "MemdumpTopComponent.hint"));
        putClientProperty(TopComponent.PROP_MAXIMIZATION_DISABLED, Boolean.TRUE);
        setLayout(new BorderLayout());
        add(panel, BorderLayout.CENTER);
        panel.show(Facts.ofNothing(), false, Optional.empty());
    }

    /** Opens the window at one of its tabs and returns the tab. */
    static <T extends HeapTab> Optional<T> open(Class<T> tab) {
        TopComponent window = WindowManager.getDefault().findTopComponent("MemdumpTopComponent");
        if (window instanceof MemdumpTopComponent) {
            window.open();
            window.requestActive();
            return ((MemdumpTopComponent) window).panel.turnTo(tab);
        }
        return Optional.empty();
    }

    /** The Data Laboratory gives this window no place of its own, and without one it would cover the table. */
    @Override
    public void open() {
        WindowManager windows = WindowManager.getDefault();
        Mode beside = windows.findMode(MODE);
        if (beside != null && windows.findMode(this) == null) {
            beside.dockInto(this);
        }
        super.open();
    }

    @Override
    protected void componentOpened() {
        HeapTies.addChangeListener(ties);
        Lookup.getDefault().lookup(ProjectController.class).addWorkspaceListener(workspaces);
        refresh();
    }

    @Override
    protected void componentClosed() {
        HeapTies.removeChangeListener(ties);
        Lookup.getDefault().lookup(ProjectController.class).removeWorkspaceListener(workspaces);
        memory.stop();
    }

    @Override
    protected void componentShowing() {
        panel.showMemory();
        memory.start();
        refresh();
    }

    @Override
    protected void componentHidden() {
        memory.stop();
    }

    private void tick() {
        panel.showMemory();
        looking.schedule(0);
    }

    /** Not on the event thread: Gephi does not say which workspace is current while it opens or saves one. */
    private void look() {
        if (graphSize() != shownSize) {
            refresh();
        }
    }

    /** Nodes and edges come and go without notice: by import, by hand in the Data Laboratory. */
    private static long graphSize() {
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        if (workspace == null) {
            return 0;
        }
        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
        return (long) graph.getNodeCount() << Integer.SIZE | graph.getEdgeCount();
    }

    private void refresh() {
        gathering.schedule(SETTLE_MILLIS);
    }

    private void gather() {
        shownSize = graphSize();
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        Optional<WorkspaceHeap> heap = Optional.ofNullable(workspace).flatMap(HeapTies::of);
        ProjectDumps dumps = ProjectDumps.of(heapsOfProject());
        String facts = heap.map(known -> facts(workspace, known)).orElseGet(Facts::ofNothing) + dumps.html();
        EventQueue.invokeLater(() -> {
            panel.show(facts, workspace != null, heap);
            panel.link(dumps);
        });
    }

    private static List<WorkspaceHeap> heapsOfProject() {
        Project project = Lookup.getDefault().lookup(ProjectController.class).getCurrentProject();
        return project == null ? List.of() : project.getWorkspaces().stream().map(HeapTies::of)
            .flatMap(Optional::stream).collect(Collectors.toList());
    }

    private static String facts(Workspace workspace, WorkspaceHeap heap) {
        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
        return Facts.of(heap, graph.getNodeCount(), graph.getEdgeCount());
    }

    void writeProperties(java.util.Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(java.util.Properties properties) {
        // Nothing but the place of the window is kept, which the window system does.
    }

    private final class Workspaces implements WorkspaceListener {
        @Override
        public void initialize(Workspace workspace) {
        }

        @Override
        public void select(Workspace workspace) {
            refresh();
        }

        @Override
        public void unselect(Workspace workspace) {
        }

        @Override
        public void close(Workspace workspace) {
        }

        @Override
        public void disable() {
            refresh();
        }
    }
}
