package io.github.memdump.gephi.graph;

import io.github.memdump.view.Step;
import org.gephi.graph.api.Node;
import org.gephi.tools.spi.NodeClickEventListener;
import org.gephi.tools.spi.Tool;
import org.gephi.tools.spi.ToolEventListener;
import org.gephi.tools.spi.ToolSelectionType;
import org.gephi.tools.spi.ToolUI;
import org.openide.util.lookup.ServiceProvider;

/** A tool at the left edge of the Graph window: a click on a node shows more of the heap beside it. */
@ServiceProvider(service = Tool.class)
public final class ExpandTool implements Tool {
    private final ExpandToolUI ui = new ExpandToolUI();

    @Override
    public void select() {
        // Nothing to prepare.
    }

    @Override
    public void unselect() {
        // Nothing to clear up.
    }

    @Override
    public ToolEventListener[] getListeners() {
        return new ToolEventListener[] {(NodeClickEventListener) this::expand};
    }

    private void expand(Node[] nodes) {
        if (nodes.length > 0) {
            Step.Kind kind = HeapNodes.areRests(nodes) ? Step.Kind.EXPAND_MORE : ui.kind();
            StepRun.start(Step.of(kind, HeapNodes.identities(nodes)));
        }
    }

    @Override
    public ToolUI getUI() {
        return ui;
    }

    @Override
    public ToolSelectionType getSelectionType() {
        return ToolSelectionType.SELECTION;
    }
}
