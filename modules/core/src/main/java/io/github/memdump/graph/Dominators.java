package io.github.memdump.graph;

import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** The dominator tree from a virtual root. */
public final class Dominators {
    /** The dominator of what only the virtual root dominates. */
    public static final int VIRTUAL_ROOT = -1;
    /** The dominator of what no start reaches. */
    public static final int UNREACHABLE = -2;

    private final int[] idom;
    private final int[] order;
    private final int reached;

    private Dominators(int[] idom, int[] order, int reached) {
        this.idom = idom;
        this.order = order;
        this.reached = reached;
    }

    /** Computes the tree. */
    public static Dominators of(Graph graph, Graph referrers, int[] starts, Task task) {
        int n = graph.nodeCount();
        int[] post = new int[n];
        int[] number = new int[n];
        Arrays.fill(number, -1);
        boolean[] seen = new boolean[n];
        int[] stack = new int[n + 1];
        int[] next = new int[n];
        int count = 0;
        boolean[] isStart = new boolean[n];
        for (int start : starts) {
            isStart[start] = true;
            if (seen[start]) {
                continue;
            }
            int depth = 0;
            stack[depth++] = start;
            seen[start] = true;
            next[start] = graph.from(start);
            while (depth > 0) {
                int u = stack[depth - 1];
                if (next[u] == graph.to(u)) {
                    depth--;
                    number[u] = count;
                    post[count++] = u;
                } else {
                    int v = graph.target(next[u]++);
                    if (!seen[v]) {
                        seen[v] = true;
                        next[v] = graph.from(v);
                        stack[depth++] = v;
                    }
                }
            }
        }
        int[] idom = solve(referrers, isStart, post, number, count);
        int[] result = new int[n];
        Arrays.fill(result, UNREACHABLE);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[count - 1 - i] = post[i];
            result[post[i]] = idom[i] == count ? VIRTUAL_ROOT : post[idom[i]];
        }
        return new Dominators(result, order, count);
    }

    private static int[] solve(Graph referrers, boolean[] isStart, int[] post, int[] number, int count) {
        int[] idom = new int[count + 1];
        Arrays.fill(idom, -1);
        idom[count] = count;
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i = count - 1; i >= 0; i--) {
                int best = isStart[post[i]] ? count : -1;
                for (int e = referrers.from(post[i]); e < referrers.to(post[i]); e++) {
                    int p = number[referrers.target(e)];
                    if (p >= 0 && idom[p] >= 0) {
                        best = best < 0 ? p : meet(idom, p, best);
                    }
                }
                changed |= idom[i] != best;
                idom[i] = best;
            }
        }
        return idom;
    }

    private static int meet(int[] idom, int left, int right) {
        int a = left;
        int b = right;
        while (a != b) {
            while (a < b) {
                a = idom[a];
            }
            while (b < a) {
                b = idom[b];
            }
        }
        return a;
    }

    /** Returns the immediate dominator. */
    public int dominator(int node) {
        return idom[node];
    }

    /** Returns how many nodes are reachable. */
    public int reachedCount() {
        return reached;
    }

    /** Returns the retained counts. */
    public int[] retainedCounts() {
        long[] sums = retainedSums(node -> 1);
        int[] counts = new int[sums.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) sums[i];
        }
        return counts;
    }

    /** Returns the retained sums of weights. */
    public long[] retainedSums(IntToLongFunction weight) {
        long[] sums = new long[idom.length];
        for (int node : order) {
            sums[node] = weight.applyAsLong(node);
        }
        for (int i = order.length - 1; i >= 0; i--) {
            if (idom[order[i]] >= 0) {
                sums[idom[order[i]]] += sums[order[i]];
            }
        }
        return sums;
    }
}
