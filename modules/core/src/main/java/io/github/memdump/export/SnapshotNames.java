package io.github.memdump.export;

import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.AllReferences;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What all references of a heap are called: 4 bytes a reference, and each different name once. Immutable once made. */
final class SnapshotNames {
    static final SnapshotNames NONE = new SnapshotNames(Optional.empty(), new int[0]);

    private final Optional<Graph> references;
    private final int[] numbers;
    private final List<String> texts = new ArrayList<>(List.of(""));

    private SnapshotNames(Optional<Graph> references, int[] numbers) {
        this.references = references;
        this.numbers = numbers;
    }

    /** Reads all records of a dump again, in two passes; see {@link Values#visit} for errors. */
    static SnapshotNames of(Values values, Task task) throws DumpException {
        Heap heap = values.heap();
        Graph references = heap.references();
        SnapshotNames names = new SnapshotNames(Optional.of(references), new int[references.edgeCount()]);
        Map<String, Integer> known = new HashMap<>(Map.of("", 0));
        int[] holders = IntStream.range(0, heap.objectCount()).filter(object -> references.outDegree(object) > 0)
            .toArray();
        AllReferences.visit(values, holders, (holder, targets, called) -> {
            for (int i = 0; i < targets.length; i++) {
                int edge = edge(references, holder, heap.at(targets[i]));
                String words = edge < 0 ? "" : called[i].words();
                if (!words.isEmpty() && names.numbers[edge] == 0) {
                    names.numbers[edge] = known.computeIfAbsent(words, text -> {
                        names.texts.add(text);
                        return names.texts.size() - 1;
                    });
                }
            }
        }, task);
        return names;
    }

    /** Returns what a reference is called; empty where that is not known. */
    String of(int source, int target) {
        int edge = references.isEmpty() ? -1 : edge(references.get(), source, target);
        return edge < 0 ? "" : texts.get(numbers[edge]);
    }

    private static int edge(Graph references, int source, int target) {
        int from = references.from(source);
        int to = references.to(source);
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (references.target(middle) < target) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < references.to(source) && references.target(from) == target ? from : -1;
    }
}
