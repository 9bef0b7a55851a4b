package io.github.memdump.gephi.layout;

import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.GraphWindow;
import io.github.memdump.task.CancelledException;
import io.github.memdump.view.layout.TreeShape;
import org.gephi.graph.api.GraphModel;
import org.gephi.layout.spi.Layout;
import org.gephi.layout.spi.LayoutBuilder;
import org.gephi.layout.spi.LayoutProperty;
import org.gephi.utils.longtask.spi.LongTask;
import org.gephi.utils.progress.ProgressTicket;
import org.openide.util.NbBundle;

/**
 * The layout "Heap tree": what holds what along the dominator tree, from the top down or from the middle outwards. Ends
 * by itself. Its properties are the bean properties of this class, settable without a dialog.
 */
public final class HeapTreeLayout implements Layout, LongTask {
    private static final int STEPS = 24;
    private static final float SPEED = 0.25f;
    private static final long PAUSE_MILLIS = 25;

    private final LayoutBuilder builder;
    private TicketTask task = new TicketTask();
    private GraphModel model;
    private TreeOptions options = TreeOptions.DEFAULT;
    private boolean radial;
    private boolean animated;
    private HeapTree tree;
    private int step;

    HeapTreeLayout(LayoutBuilder builder) {
        this.builder = builder;
        resetPropertiesValues();
    }

    @Override
    public void setGraphModel(GraphModel graphModel) {
        model = graphModel;
    }

    @Override
    public void initAlgo() {
        step = 0;
        tree = null;
        try {
            tree = HeapTree.of(model, options.shaped(radial ? TreeShape.RADIAL : TreeShape.LAYERED), task);
        } catch (CancelledException cancelled) {
            step = STEPS;
        }
    }

    @Override
    public boolean canAlgo() {
        return tree != null && step < STEPS;
    }

    @Override
    public void goAlgo() {
        step = animated ? step + 1 : STEPS;
        if (step < STEPS) {
            tree.approach(SPEED);
            pause();
        } else {
            tree.arrive();
            GraphWindow.show();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void endAlgo() {
        tree = null;
        task = new TicketTask();
    }

    @Override
    public LayoutBuilder getBuilder() {
        return builder;
    }

    @Override
    public void resetPropertiesValues() {
        options = TreeOptions.DEFAULT;
        radial = false;
        animated = false;
    }

    @Override
    public LayoutProperty[] getProperties() {
        try {
            return new LayoutProperty[] {
                property(Boolean.class, "radial", "isRadial", "setRadial"),
                property(Double.class, "spacing", "getSpacing", "setSpacing"),
                LayoutProperty.createProperty(this, TreeOrder.class, text("order"), text("category"),
                    "memdump.heapTree.order", text("order.hint"), "getOrder", "setOrder", TreeOrderEditor.class),
                property(Boolean.class, "fromHeap", "isFromHeap", "setFromHeap"),
                property(Boolean.class, "animated", "isAnimated", "setAnimated")};
        } catch (NoSuchMethodException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private LayoutProperty property(Class<?> type, String name, String get, String set) throws NoSuchMethodException {
        return LayoutProperty.createProperty(this, type, text(name), text("category"), "memdump.heapTree." + name,
            text(name + ".hint"), get, set);
    }

    private static String text(String key) {
        return NbBundle.getMessage(HeapTreeLayout.class, "HeapTreeLayout." + key);
    }

    /** Returns whether roots stand in the middle; at the top if not. */
    public Boolean isRadial() {
        return radial;
    }

    /** Chooses whether roots stand in the middle. */
    public void setRadial(Boolean inTheMiddle) {
        radial = inTheMiddle;
    }

    /** Returns the least space between two nodes. */
    public Double getSpacing() {
        return options.spacing();
    }

    /** Chooses the least space between two nodes; what is not above 0 becomes very small. */
    public void setSpacing(Double spacing) {
        options = options.spaced(spacing > 0 ? spacing : TreeOptions.DEFAULT.spacing() / 100);
    }

    /** Returns the order of siblings. */
    public TreeOrder getOrder() {
        return options.order();
    }

    /** Chooses the order of siblings. */
    public void setOrder(TreeOrder order) {
        options = options.ordered(order);
    }

    /** Returns whether the heap behind the workspace says what holds what; the visible graph if not. */
    public Boolean isFromHeap() {
        return options.fromHeap();
    }

    /** Chooses whether the heap behind the workspace says what holds what. */
    public void setFromHeap(Boolean fromHeap) {
        TreeOptions same = fromHeap ? TreeOptions.DEFAULT : TreeOptions.DEFAULT.ofVisibleGraph();
        options = same.spaced(options.spacing()).ordered(options.order());
    }

    /** Returns whether nodes move to their places step by step. */
    public Boolean isAnimated() {
        return animated;
    }

    /** Chooses whether nodes move to their places step by step. */
    public void setAnimated(Boolean stepByStep) {
        animated = stepByStep;
    }

    @Override
    public boolean cancel() {
        return task.cancel();
    }

    @Override
    public void setProgressTicket(ProgressTicket ticket) {
        task.setProgressTicket(ticket);
    }
}
