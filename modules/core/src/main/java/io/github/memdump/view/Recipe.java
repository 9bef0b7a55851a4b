package io.github.memdump.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a view was made: what it shows, of which dumps, and what was done to it since. It holds text and numbers alone,
 * so it can be saved and told as a command. Immutable.
 */
public final class Recipe {
    /** The depth of a view that goes as far as there is anything. */
    public static final int ANY_DEPTH = Integer.MAX_VALUE;

    /** What a view shows. */
    public enum Subject {
        /** The border of what is new between two dumps. */
        BORDER("Border", false),
        /** The whole heap, cleaned up. */
        HEAP("Heap", false),
        /** The objects that a selection chooses with their paths from the roots. */
        SELECTION("Selection", true),
        /** An object and what it leads to, to a depth. */
        SUBGRAPH("Subgraph", true),
        /** The objects that a selection chooses and what refers to them, to a depth. */
        REFERRERS("Referrers", true),
        /** The top of the dominator tree. */
        DOMINATORS("Dominators", false),
        /** What came after the first of three or more dumps and has stayed, with its paths from the roots. */
        GROWTH("Growth", false),
        /** What probably leaks: few objects that retain much, what holds them and what they hold. */
        SUSPECTS("Suspects", false),
        /** Several paths from the roots to an object that share no other object. */
        PATHS("Paths", true),
        /** Which class refers to which. */
        CLASSES("Classes", false),
        /** Which objects, by where they were allocated, refer to which. */
        SITES("Allocation sites", false);

        private final String title;
        private final boolean aboutSomething;

        Subject(String title, boolean aboutSomething) {
            this.title = title;
            this.aboutSomething = aboutSomething;
        }

        /** Returns the name in commands: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns how many dumps it needs at least. */
        public int leastDumps() {
            return this == GROWTH ? 3 : this == BORDER ? 2 : 1;
        }

        /** Returns whether its nodes are groups of objects. */
        public boolean isOfGroups() {
            return this == CLASSES || this == SITES;
        }

        /** Returns the subject in a word or two, for titles. */
        public String title() {
            return title;
        }

        /** Returns whether it needs {@link Recipe#about}: an object or a selection. */
        public boolean isAboutSomething() {
            return aboutSomething;
        }
    }

    /** What can be asked for beside the subject. */
    public enum Option {
        /** What Ruby needs to hold objects, such as arrays and hashes, is folded into what it joins. */
        CLEANUP,
        /** The class of each object is shown, with an edge from the object to it. */
        CLASS_REFERENCES,
        /** No class is held by its instances: what counts are the references that the dump lists. */
        PLAIN_REFERENCES;

        /** Returns the name in recipes and commands: lower case with hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Subject subject;
    private final List<String> dumps;
    private final String about;
    private final int depth;
    private final ViewBudget budget;
    private final List<Step> steps;
    private final Set<Option> options;

    private Recipe(Subject subject, List<String> dumps, String about, int depth, ViewBudget budget, List<Step> steps,
        Set<Option> options) {
        this.options = Collections.unmodifiableSet(options);
        this.subject = subject;
        this.dumps = Collections.unmodifiableList(new ArrayList<>(dumps));
        this.about = about;
        this.depth = depth;
        this.budget = budget;
        this.steps = Collections.unmodifiableList(new ArrayList<>(steps));
    }

    /**
     * Returns the recipe of a subject that is about a heap as a whole; {@code dumps} are one dump, or the one before
     * and it, or a row of dumps in the order in which they were made.
     *
     * @throws IllegalArgumentException if the subject is about something, or needs more dumps
     */
    public static Recipe of(Subject subject, List<String> dumps, ViewBudget budget) {
        if (subject.isAboutSomething()) {
            throw new IllegalArgumentException(subject.title() + " needs an object or a selection.");
        }
        if (dumps.size() < subject.leastDumps()) {
            throw new IllegalArgumentException(subject == Subject.BORDER ? "A border needs two dumps."
                : "Growth needs three dumps or more, in the order in which they were made.");
        }
        return new Recipe(subject, dumps, "", ANY_DEPTH, budget, List.of(), usual(subject));
    }

    /** Returns the usual options of a subject: a heap is cleaned up, everything else is shown as it is. */
    public static Set<Option> usual(Subject subject) {
        return subject == Subject.HEAP ? EnumSet.of(Option.CLEANUP) : EnumSet.noneOf(Option.class);
    }

    /** Returns the recipe of the border between two dumps. */
    public static Recipe border(String before, String after, ViewBudget budget) {
        return of(Subject.BORDER, List.of(before, after), budget);
    }

    /**
     * Returns the recipe of a subject that is about some objects.
     *
     * @param about a selection in the selection language; for a subgraph the identity or the address of an object
     * @throws IllegalArgumentException if the subject is about a whole heap
     */
    public static Recipe about(Subject subject, List<String> dumps, String about, ViewBudget budget) {
        if (!subject.isAboutSomething()) {
            throw new IllegalArgumentException(subject.title() + " is about the whole heap.");
        }
        return new Recipe(subject, dumps, about, usualDepth(subject), budget, List.of(), usual(subject));
    }

    /** Three references up unless asked otherwise, everything else as far as it goes. */
    static int usualDepth(Subject subject) {
        return subject == Subject.REFERRERS ? 3 : ANY_DEPTH;
    }

    /** Returns this recipe with another depth, which is at least 1. */
    public Recipe toDepth(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("The depth of a view is at least 1.");
        }
        return new Recipe(subject, dumps, about, steps, budget, this.steps, options);
    }

    /** Returns this recipe over other dumps, as many as it has. */
    public Recipe over(List<String> others) {
        return new Recipe(subject, others, about, depth, budget, steps, options);
    }

    /** Returns this recipe with exactly these options. */
    public Recipe asking(Set<Option> wanted) {
        EnumSet<Option> chosen = EnumSet.noneOf(Option.class);
        chosen.addAll(wanted);
        return new Recipe(subject, dumps, about, depth, budget, steps, chosen);
    }

    /** Returns this recipe with or without {@link Option#PLAIN_REFERENCES}. */
    public Recipe overPlainReferences(boolean plain) {
        EnumSet<Option> wanted = EnumSet.noneOf(Option.class);
        wanted.addAll(options);
        if (plain) {
            wanted.add(Option.PLAIN_REFERENCES);
        } else {
            wanted.remove(Option.PLAIN_REFERENCES);
        }
        return asking(wanted);
    }

    /** Returns this recipe with one more step. */
    public Recipe with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Recipe(subject, dumps, about, depth, budget, more, options);
    }

    /** Returns this recipe without its last step; itself if there is none. */
    public Recipe withoutLastStep() {
        return steps.isEmpty() ? this
            : new Recipe(subject, dumps, about, depth, budget, steps.subList(0, steps.size() - 1),
                options);
    }

    /** Returns what the view shows. */
    public Subject subject() {
        return subject;
    }

    /** Returns what is asked for beside the subject. */
    public Set<Option> options() {
        return options;
    }

    /** Returns whether an option is asked for. */
    public boolean asks(Option option) {
        return options.contains(option);
    }

    /** Returns the dumps: one, or the one before and the one after, or more in the order in which they were made. */
    public List<String> dumps() {
        return dumps;
    }

    /** Returns what the view is about, an object or a selection; empty for subjects about a whole heap. */
    public String about() {
        return about;
    }

    /** Returns how many references the view goes from what it is about. */
    public int depth() {
        return depth;
    }

    /** Returns how large the view may be before its steps. */
    public ViewBudget budget() {
        return budget;
    }

    /** Returns what was done to the view, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** Returns a short title for a window or a workspace, such as "Border: before.json → after.json". */
    public String title() {
        StringBuilder title = new StringBuilder(subject.title());
        if (subject.isAboutSomething()) {
            title.append(' ').append(about);
        }
        title.append(": ");
        for (int i = 0; i < dumps.size(); i++) {
            String dump = dumps.get(i).replace('\\', '/');
            title.append(i > 0 ? " → " : "").append(dump.substring(dump.lastIndexOf('/') + 1));
        }
        return title.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipe && fields().equals(((Recipe) other).fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    private List<Object> fields() {
        return List.of(subject, dumps, about, depth, budget.nodes(), budget.edges(), budget.rests(), steps, options);
    }

    @Override
    public String toString() {
        return title() + steps;
    }
}
