package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the user wants to see of which dumps. Immutable. */
final class ImportChoices {
    private final List<Path> dumps;
    private final Recipe.Subject subject;
    private final String about;
    private final ViewBudget budget;
    private final Set<Recipe.Option> options;

    /**
     * @param dumps     one dump, or the one before and the one after
     * @param about the objects to show, empty for other subjects
     */
    ImportChoices(List<Path> dumps, Recipe.Subject subject, String about, ViewBudget budget,
        Set<Recipe.Option> options) {
        this.dumps = List.copyOf(dumps);
        this.subject = subject;
        this.about = about;
        this.budget = budget;
        this.options = Set.copyOf(options);
    }

    /** Returns what is shown of dumps when nobody was asked: growth over several, the border of two, one heap. */
    static ImportChoices usual(List<Path> dumps) {
        Recipe.Subject subject = usualSubject(dumps.size());
        return new ImportChoices(dumps, subject, "", ViewBudget.DEFAULT, Recipe.usual(subject));
    }

    /** Returns what is shown of so many dumps unless asked otherwise. */
    static Recipe.Subject usualSubject(int dumps) {
        return dumps > 2 ? Recipe.Subject.GROWTH : dumps > 1 ? Recipe.Subject.BORDER : Recipe.Subject.HEAP;
    }

    /** Returns the recipe over the dumps as they are on the disk. */
    Recipe recipe(List<DumpFile> files) {
        return Recipes.of(subject, files, about, budget).asking(options);
    }

    List<Path> dumps() {
        return dumps;
    }

    String about() {
        return about;
    }

    ViewBudget budget() {
        return budget;
    }
}
