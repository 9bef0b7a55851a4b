package io.github.memdump.gephi.graph;

import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.view.Step;
import javax.swing.Icon;
import org.openide.util.NbBundle;

/** A step in the context menu of nodes, the same in the Graph window and in the Data Laboratory. */
final class StepItem extends NodeItem {
    private final Step.Kind kind;
    private final int position;

    StepItem(Step.Kind kind, int position) {
        this.kind = kind;
        this.position = position;
    }

    @Override
    public void execute() {
        StepRun.start(Step.of(kind, HeapNodes.identities(nodes())));
    }

    @Override
    public boolean canExecute() {
        // Of what is not shown there is only more to show.
        return nodes().length > 0 && (kind == Step.Kind.EXPAND_MORE || !HeapNodes.areRests(nodes()))
            && HeapTies.current().isPresent();
    }

    @Override
    public String getName() {
        return NbBundle.getMessage(StepItem.class, "Step." + kind);
    }

    @Override
    public String getDescription() {
        return NbBundle.getMessage(StepItem.class, "Step." + kind + ".hint");
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    /** Adding, taking away and narrowing stand apart. */
    @Override
    public int getType() {
        switch (kind) {
            case COLLAPSE:
            case GROUP:
            case REMOVE:
                return 1;
            case ISOLATE:
            case KEEP_PATHS:
            case SET_ROOT:
                return 2;
            default:
                return 0;
        }
    }

    @Override
    public int getPosition() {
        return position;
    }

    @Override
    public Icon getIcon() {
        return null;
    }
}
