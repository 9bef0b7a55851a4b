package io.github.memdump.cli;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which objects paths do not lead through. */
final class Detour {
    @Option(names = "--stop-at", paramLabel = "TYPE", split = ",", description = "Do not go through objects of these"
        + " types, such as CLASS,MODULE,ICLASS,IMEMO.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--avoid", paramLabel = "SELECTION", description = "Do not go through objects that this is true"
        + " of, such as 'class = WeakRef'.")
    private String selection;

    private SelectionText avoided;

    /** Reads the selection, before any dump is loaded. */
    void read(Function<String, ParameterException> misused) {
        avoided = selection == null ? null : SelectionText.read("--avoid", selection, misused);
    }

    /** Returns whether any objects are to be avoided. */
    boolean isAsked() {
        return !types.isEmpty() || avoided != null;
    }

    /** Returns the objects that paths may lead through; ROOT objects always are among them. */
    NodeSet passable(Heap heap, Task task) {
        NodeSet.Builder passable = NodeSet.all(heap.objectCount()).toBuilder();
        if (avoided != null) {
            avoided.in(heap, task).forEach(passable::remove);
        }
        boolean[] isStop = new boolean[heap.types().names().size()];
        for (String type : types) {
            int number = heap.types().number(type.trim().toUpperCase(Locale.ROOT));
            if (number >= 0) {
                isStop[number] = true;
            }
        }
        for (int object = 0; object < heap.objectCount(); object++) {
            if (isStop[heap.type(object)]) {
                passable.remove(object);
            }
        }
        for (int root : heap.roots()) {
            passable.add(root);
        }
        return passable.build();
    }
}
