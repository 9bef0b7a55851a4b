package io.github.memdump.gephi.subject;

import io.github.memdump.view.Recipe;
import org.openide.util.NbBundle;

/** How many references a view goes from the objects that it is about. Immutable. */
public final class Depth {
    private static final int[] STEPS = {1, 2, 3, 5, 10, 20, Recipe.ANY_DEPTH};
    private static final int USUAL = 2;

    private final int steps;

    private Depth(int steps) {
        this.steps = steps;
    }

    /** Returns those that are offered. */
    public static Depth[] offered() {
        Depth[] offered = new Depth[STEPS.length];
        for (int i = 0; i < offered.length; i++) {
            offered[i] = new Depth(STEPS[i]);
        }
        return offered;
    }

    /** Returns the place of the usual one among those that are offered. */
    public static int usual() {
        return USUAL;
    }

    public int steps() {
        return steps;
    }

    @Override
    public String toString() {
        return steps == Recipe.ANY_DEPTH ? NbBundle.getMessage(Depth.class, "Depth.any") : Integer.toString(steps);
    }
}
