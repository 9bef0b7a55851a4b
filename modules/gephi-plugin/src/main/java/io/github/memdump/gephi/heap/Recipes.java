package io.github.memdump.gephi.heap;

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
     * @param about the object or the selection that is shown, empty for subjects about a whole heap
     * @throws IllegalArgumentException if it is the border and there is only one dump
     */
    public static Recipe of(Recipe.Subject subject, List<DumpFile> dumps, String about, ViewBudget budget) {
        return subject.isAboutSomething() ? Recipe.about(subject, paths(dumps), about, budget)
            : Recipe.of(subject, paths(dumps), budget);
    }

    /** Returns the recipe of another view within the same budget, which goes by the same references. */
    public static Recipe like(Recipe shown, Recipe.Subject subject, List<DumpFile> dumps, String about) {
        return of(subject, dumps, about, shown.budget())
            .overPlainReferences(shown.asks(Recipe.Option.PLAIN_REFERENCES));
    }

    /** Returns a recipe over other dumps. */
    static Recipe over(Recipe recipe, List<DumpFile> dumps) {
        return recipe.over(paths(dumps));
    }

    private static List<String> paths(List<DumpFile> dumps) {
        return dumps.stream().map(DumpFile::toString).collect(Collectors.toList());
    }
}
