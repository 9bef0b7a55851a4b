package io.github.memdump.cli.option;

import io.github.memdump.analysis.StopType;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which objects paths do not lead through. */
public final class PathConstraint {
    @Option(names = "--stop-at", paramLabel = "TYPE,TYPE", split = ",", hideParamSyntax = true,
        description = "Do not go through objects of these types: class, module, iclass, imemo.")
    private List<StopType> types = List.of();

    @Option(names = "--avoid", paramLabel = "SELECTION", description = "Do not go through objects that this is true"
        + " of, such as 'class = WeakRef'.")
    private String selection;

    private SelectionText avoided;

    /** Reads the selection, before any dump is loaded. */
    public void read(Function<String, ParameterException> misused) {
        avoided = selection == null ? null : SelectionText.read("--avoid", selection, misused);
    }

    /** Returns whether any objects are to be avoided. */
    public boolean isAsked() {
        return !types.isEmpty() || avoided != null;
    }

    /** Returns the types that are not gone through. */
    public WalkBarrier stops() {
        return WalkBarrier.of(types);
    }

    /** Returns the objects that paths may lead through; ROOT objects always are among them. */
    public NodeSet passable(Heap heap, Task task) {
        NodeSet.Builder passable = NodeSet.all(heap.objectCount()).toBuilder();
        if (avoided != null) {
            avoided.in(heap, task).forEach(passable::remove);
        }
        stops().in(heap).forEach(passable::remove);
        for (int root : heap.roots()) {
            passable.add(root);
        }
        return passable.build();
    }
}
