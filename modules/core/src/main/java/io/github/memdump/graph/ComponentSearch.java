package io.github.memdump.graph;

import io.github.memdump.array.IntStack;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;

/**
 * The depth-first search behind {@link StrongComponents}: one array of marks and three stacks.
 *
 * <p>A mark is 0 for a node not yet met; a small number, the position of the oldest open node known to be reachable,
 * for one whose component is still open; and counted down from the largest int for a node whose component is known,
 * so that a plain comparison never mistakes a closed node for an older one. Iterative, linear; not thread-safe.
 */
public final class ComponentSearch {
    private static final int FIRST_CLOSED = Integer.MAX_VALUE;

    private final Walk walk;
    private final ProgressBatch steps;
    private final int[] mark;
    /** The path being walked; a node is stored as its complement once it reaches an older one. */
    private final IntStack path = new IntStack();
    /** The position of the next edge of each node of the path. */
    private final IntStack edges = new IntStack();
    /** Nodes that are left but whose component is still open. */
    private final IntStack waiting = new IntStack();
    private int open;
    private int closed = FIRST_CLOSED;

    /** Begins a search that has met nothing; 4 bytes a node, and 12 a node of the deepest path. */
    public ComponentSearch(Walk walk, Task task) {
        this.walk = walk;
        this.mark = new int[walk.nodeCount()];
        this.steps = new ProgressBatch(task, "Finding cycles", walk.nodeCount());
    }

    /** Gives a component to everything that the walk reaches from a node. */
    public void visit(int start) {
        if (mark[start] != 0 || !walk.enters(start)) {
            return;
        }
        enter(start);
        while (!path.isEmpty()) {
            int top = path.peek();
            int node = top < 0 ? ~top : top;
            if (!advance(node)) {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        steps.add(1);
        mark[node] = ++open;
        path.push(node);
        edges.push(walk.from(node));
    }

    /** Follows the edges of the topmost node up to one that leads to a new node, which becomes the topmost. */
    private boolean advance(int node) {
        int to = walk.to(node);
        for (int i = edges.peek(); i < to; i++) {
            int target = walk.target(i);
            int found = mark[target];
            if (found == 0) {
                if (!walk.enters(target)) {
                    continue;
                }
                if (walk.from(target) < walk.to(target)) {
                    edges.replace(i + 1);
                    enter(target);
                    return true;
                }
                mark[target] = closed--;
                steps.add(1);
            } else if (found < mark[node]) {
                mark[node] = found;
                path.replace(~node);
            }
        }
        return false;
    }

    private void leave(int node) {
        boolean isOldest = path.pop() >= 0;
        edges.pop();
        if (isOldest) {
            close(node);
        } else {
            waiting.push(node);
        }
        if (!path.isEmpty()) {
            int top = path.peek();
            int before = top < 0 ? ~top : top;
            if (mark[node] < mark[before]) {
                mark[before] = mark[node];
                path.replace(~before);
            }
        }
    }

    private void close(int oldest) {
        int position = mark[oldest];
        int members = 1;
        while (!waiting.isEmpty() && mark[waiting.peek()] >= position) {
            mark[waiting.pop()] = closed;
            members++;
        }
        mark[oldest] = closed--;
        open -= members;
    }

    /** Returns the number of components found. */
    public int count() {
        return FIRST_CLOSED - closed;
    }

    /** Ends the search and returns the component of each node; the array of marks becomes the result. */
    public int[] numbers() {
        steps.finish();
        for (int node = 0; node < mark.length; node++) {
            mark[node] = mark[node] == 0 ? StrongComponents.NONE : FIRST_CLOSED - mark[node];
        }
        return mark;
    }
}
