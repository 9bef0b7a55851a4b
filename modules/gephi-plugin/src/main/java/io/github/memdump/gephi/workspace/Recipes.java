package io.github.memdump.gephi.workspace;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.util.List;
import java.util.stream.Collectors;

/** Recipes over the dumps of a workspace. */
public final class Recipes {
    private Recipes() {
    }

    /**
     * Returns the recipe of a subject.
     *
     * @param className the class whose objects are shown, empty for other subjects
     * @throws IllegalArgumentException if it is the border and there is only one dump
     */
    public static Recipe of(Recipe.Subject subject, List<DumpFile> dumps, String className, ViewBudget budget) {
        List<String> paths = dumps.stream().map(DumpFile::toString).collect(Collectors.toList());
        switch (subject) {
            case BORDER:
                if (paths.size() < 2) {
                    throw new IllegalArgumentException("A border needs two dumps.");
                }
                return Recipe.border(paths.get(0), paths.get(1), budget);
            case HEAP:
                return Recipe.heap(paths, budget);
            default:
                return Recipe.ofClass(paths, className, budget);
        }
    }

    /** Returns a recipe over other dumps. */
    static Recipe over(Recipe recipe, List<DumpFile> dumps) {
        return of(recipe.subject(), dumps, recipe.className(), recipe.budget());
    }
}
