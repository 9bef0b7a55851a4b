package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.task.Task;

/** Makes views by their recipe. */
public final class Views {
    private Views() {
    }

    /**
     * Returns the view that a recipe describes, within its budget, laid out and styled.
     *
     * @param recipe   what to show
     * @param findings what was found out about the (later) dump: {@link Findings#ofLeak} where there are two dumps,
     *                 distances and retained sizes where there is one
     * @throws IllegalArgumentException if the recipe needs two dumps and the findings have no difference
     */
    public static View of(Recipe recipe, Findings findings, Task task) {
        throw new UnsupportedOperationException();
    }
}
