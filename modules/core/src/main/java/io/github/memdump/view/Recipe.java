package io.github.memdump.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How a view was made: what it shows and of which dumps. The same as one {@code memdump} command. Immutable. */
public final class Recipe {
    /** What a view shows. */
    public enum Subject {
        /** The border of what is new between two dumps. */
        BORDER,
        /** The whole heap, cleaned up. */
        HEAP,
        /** The objects of a class with their paths from the roots. */
        CLASS
    }

    private final Subject subject;
    private final List<String> dumps;
    private final String className;
    private final ViewBudget budget;

    private Recipe(Subject subject, List<String> dumps, String className, ViewBudget budget) {
        this.subject = subject;
        this.dumps = Collections.unmodifiableList(new ArrayList<>(dumps));
        this.className = className;
        this.budget = budget;
    }

    /** Returns the recipe of the border between two dumps. */
    public static Recipe border(String before, String after, ViewBudget budget) {
        return new Recipe(Subject.BORDER, List.of(before, after), "", budget);
    }

    /** Returns the recipe of a whole heap, cleaned up; {@code dumps} are one dump, or the one before and it. */
    public static Recipe heap(List<String> dumps, ViewBudget budget) {
        return new Recipe(Subject.HEAP, dumps, "", budget);
    }

    /** Returns the recipe of the objects of a class; {@code dumps} are one dump, or the one before and it. */
    public static Recipe ofClass(List<String> dumps, String className, ViewBudget budget) {
        return new Recipe(Subject.CLASS, dumps, className, budget);
    }

    /** Returns what the view shows. */
    public Subject subject() {
        return subject;
    }

    /** Returns the dumps: one, or the one before and the one after. */
    public List<String> dumps() {
        return dumps;
    }

    /** Returns the name of the class whose objects are shown, empty for other subjects. */
    public String className() {
        return className;
    }

    /** Returns how large the view may be. */
    public ViewBudget budget() {
        return budget;
    }

    /** Returns a short title for a window or a workspace, such as "Border: before.json → after.json". */
    public String title() {
        StringBuilder title = new StringBuilder();
        switch (subject) {
            case BORDER:
                title.append("Border");
                break;
            case HEAP:
                title.append("Heap");
                break;
            default:
                title.append(className);
        }
        title.append(": ");
        for (int i = 0; i < dumps.size(); i++) {
            String dump = dumps.get(i).replace('\\', '/');
            title.append(i > 0 ? " → " : "").append(dump.substring(dump.lastIndexOf('/') + 1));
        }
        return title.toString();
    }
}
