package io.github.memdump.gephi.window.select;

import io.github.memdump.analysis.Findings;
import io.github.memdump.array.KeyOrder;
import io.github.memdump.array.Saturating;
import io.github.memdump.gephi.window.object.ObjectListModel;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Selection;
import io.github.memdump.task.Task;
import io.github.memdump.view.SubjectText;
import io.github.memdump.view.ObjectNames;
import java.util.Arrays;
import java.util.List;

/** How many objects a selection chooses, how large they are, and those that retain most. Immutable. */
final class SelectionResult {
    /** The most objects that are listed. */
    static final int LISTED = 200;
    private static final int STEP = 1 << 13;

    private final int count;
    private final long bytes;
    private final List<String[]> rows;
    private final List<String> doubts;

    private SelectionResult(int count, long bytes, List<String[]> rows, List<String> doubts) {
        this.count = count;
        this.bytes = bytes;
        this.rows = rows;
        this.doubts = doubts;
    }

    /**
     * Carries a selection out.
     *
     * @throws IllegalArgumentException                  if it cannot be, with a message for people
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    static SelectionResult of(String text, Findings findings, Task task) {
        NodeSet objects = SubjectText.objects(text, findings, task);
        int[] members = objects.toArray();
        long bytes = 0;
        task.phase(text, members.length);
        for (int i = 0; i < members.length; i++) {
            bytes = Saturating.sum(bytes, findings.heap().memsize(members[i]));
            if (i % STEP == 0) {
                task.done(STEP);
            }
        }
        int[] order = KeyOrder.ascending(members.length,
            i -> -findings.retained().map(retained -> retained.size(members[i])).orElse(0L));
        int[] first = Arrays.stream(order).limit(LISTED).map(i -> members[i]).toArray();
        task.done(0);
        return new SelectionResult(members.length, bytes,
            ObjectListModel.written(findings, new ObjectNames(findings.heap()), first, 0, first.length),
            doubts(text.trim(), findings.heap()));
    }

    /** What is no selection by itself may be the name of a class, as {@link SubjectText} has it. */
    private static List<String> doubts(String text, Heap heap) {
        return Selection.parse(text).selection()
            .or(() -> Selection.parse("class = \"" + text + "\"").selection())
            .map(selection -> selection.doubts(heap)).orElse(List.of());
    }

    /** Returns the number of objects. */
    int count() {
        return count;
    }

    /** Returns the sum of their own sizes. */
    long bytes() {
        return bytes;
    }

    /** Returns which names in it this heap does not know, and what may have been meant, in sentences. */
    List<String> doubts() {
        return doubts;
    }

    /** Returns the rows of {@link ObjectListModel} for those that retain most. */
    List<String[]> rows() {
        return rows;
    }
}
