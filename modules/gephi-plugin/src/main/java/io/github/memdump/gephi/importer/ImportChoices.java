package io.github.memdump.gephi.importer;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.List;

/** What the user wants to see of which dumps. Immutable. */
final class ImportChoices {
    private final List<Path> dumps;
    private final Recipe.Subject subject;
    private final String about;
    private final ViewBudget budget;

    /**
     * @param dumps     one dump, or the one before and the one after
     * @param about the objects to show, empty for other subjects
     */
    ImportChoices(List<Path> dumps, Recipe.Subject subject, String about, ViewBudget budget) {
        this.dumps = List.copyOf(dumps);
        this.subject = subject;
        this.about = about;
        this.budget = budget;
    }

    /** Returns what is shown of dumps when nobody was asked: the border of two, the heap of one. */
    static ImportChoices usual(List<Path> dumps) {
        return new ImportChoices(dumps, dumps.size() > 1 ? Recipe.Subject.BORDER : Recipe.Subject.HEAP, "",
            ViewBudget.DEFAULT);
    }

    List<Path> dumps() {
        return dumps;
    }

    Recipe.Subject subject() {
        return subject;
    }

    String about() {
        return about;
    }

    ViewBudget budget() {
        return budget;
    }
}
