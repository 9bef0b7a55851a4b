package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.DumpSample;
import io.github.memdump.gephi.heap.MemoryNeeded;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.SubjectText;
import io.github.memdump.view.ViewBudget;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/** What has been filled in so far, and what is still wrong with it. For one thread; knows nothing of Swing. */
final class ImportForm {
    /** What can be shown of dumps that were not looked into yet. */
    static final List<Recipe.Subject> SUBJECTS = List.of(Recipe.Subject.BORDER, Recipe.Subject.GROWTH,
        Recipe.Subject.SUSPECTS, Recipe.Subject.HEAP, Recipe.Subject.DOMINATORS, Recipe.Subject.CLASSES,
        Recipe.Subject.SITES, Recipe.Subject.SELECTION, Recipe.Subject.SUBGRAPH, Recipe.Subject.REFERRERS,
        Recipe.Subject.PATHS);

    private final Map<Path, DumpSample> samples = new HashMap<>();
    private Path after;
    private Path before;
    private List<Path> opened = List.of();
    /** The dumps between the earliest and the latest of those opened together. */
    private List<Path> between = List.of();
    private boolean classReferences;
    private boolean plainReferences;
    private boolean cleanup;
    private boolean ordered;
    private Recipe.Subject subject;
    private String about;
    private String nodes;
    private String edges;

    /** Begins with the last choices. */
    ImportForm(Preferences remembered) {
        subject = subjectNamed(remembered.get("subject", ""));
        about = remembered.get("about", "");
        cleanup = remembered.getBoolean("cleanup", subject == Recipe.Subject.HEAP);
        classReferences = remembered.getBoolean("classReferences", false);
        plainReferences = remembered.getBoolean("plainReferences", false);
        nodes = remembered.get("nodes", Integer.toString(ViewBudget.DEFAULT.nodes()));
        edges = remembered.get("edges", Integer.toString(ViewBudget.DEFAULT.edges()));
    }

    private static Recipe.Subject subjectNamed(String name) {
        return SUBJECTS.stream().filter(subject -> subject.name().equals(name)).findFirst()
            .orElse(Recipe.Subject.HEAP);
    }

    /** Keeps these choices for the next time. */
    void remember(Preferences preferences) {
        preferences.put("subject", subject.name());
        preferences.put("about", about);
        preferences.putBoolean("cleanup", cleanup);
        preferences.putBoolean("classReferences", classReferences);
        preferences.putBoolean("plainReferences", plainReferences);
        preferences.put("nodes", nodes);
        preferences.put("edges", edges);
    }

    /** Takes the dumps that were opened; of several, the earliest and the latest as soon as they are sampled. */
    void open(List<Path> dumps) {
        opened = List.copyOf(dumps);
        ordered = false;
        after = dumps.get(dumps.size() - 1);
        before = dumps.size() > 1 ? dumps.get(0) : null;
        between = dumps.size() > 2 ? List.copyOf(dumps.subList(1, dumps.size() - 1)) : List.of();
        if (dumps.size() > 1 || subject.leastDumps() > 1) {
            show(ImportChoices.usualSubject(dumps.size()));
        }
    }

    /** Returns all dumps, the earliest first. */
    List<Path> dumps() {
        List<Path> all = new ArrayList<>();
        before().ifPresent(all::add);
        all.addAll(between);
        all.add(after);
        return all;
    }

    /** Takes a dump to compare with; the border is what one wants to see then. */
    void compareWith(Path dump) {
        before = dump;
        between = List.of();
        show(Recipe.Subject.BORDER);
        ordered = true;
    }

    /**
     * Takes what stands in the field of the earlier dump, letter by letter: what to show stays as it is, unless it
     * takes two dumps and there is one, or the first letter makes two of one.
     */
    void typeBefore(String text) {
        Optional<Path> typed = path(text);
        if (typed.isEmpty()) {
            compareWithNothing();
        } else if (before == null) {
            compareWith(typed.get());
        } else if (!typed.get().equals(before)) {
            before = typed.get();
            between = List.of();
            if (subject.leastDumps() > 2) {
                show(Recipe.Subject.BORDER);
            }
            ordered = true;
        }
    }

    /** Returns whether a text in the field of the earlier dump means this one. */
    boolean isTyped(String text, Path dump) {
        return path(text).filter(dump::equals).isPresent();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.trim()).toAbsolutePath());
        } catch (InvalidPathException notYet) {
            return Optional.empty();
        }
    }

    /** Takes the earlier dump away. */
    void compareWithNothing() {
        before = null;
        between = List.of();
        if (subject.leastDumps() > 1) {
            show(Recipe.Subject.HEAP);
        }
    }

    /** Exchanges before and after; from now on the order is the user's. */
    void swap() {
        Path other = after;
        after = before;
        before = other;
        ordered = true;
    }

    /** Takes what the beginning of a dump tells, and puts those opened together in order, once. */
    void sampled(Path dump, DumpSample sample) {
        samples.put(dump, sample);
        if (!ordered && opened.size() > 1 && samples.keySet().containsAll(opened)) {
            List<Path> inOrder = new ArrayList<>(opened);
            inOrder.sort(Comparator.comparing(samples::get, SampleOrder.EARLIER_FIRST));
            before = inOrder.get(0);
            between = List.copyOf(inOrder.subList(1, inOrder.size() - 1));
            after = inOrder.get(inOrder.size() - 1);
            ordered = true;
        }
    }

    /** Takes what to show; a heap is cleaned up, everything else is not, unless the user says so afterwards. */
    void show(Recipe.Subject wanted) {
        if (wanted != subject) {
            cleanup = Recipe.usual(wanted).contains(Recipe.Option.CLEANUP);
        }
        subject = wanted;
    }

    void cleanUp(boolean wanted) {
        cleanup = wanted;
    }

    void showClasses(boolean wanted) {
        classReferences = wanted;
    }

    void goByPlainReferences(boolean wanted) {
        plainReferences = wanted;
    }

    boolean goesByPlainReferences() {
        return plainReferences;
    }

    boolean isCleanedUp() {
        return cleanup;
    }

    boolean showsClasses() {
        return classReferences;
    }

    private Set<Recipe.Option> options() {
        Set<Recipe.Option> options = EnumSet.noneOf(Recipe.Option.class);
        if (cleanup) {
            options.add(Recipe.Option.CLEANUP);
        }
        if (classReferences) {
            options.add(Recipe.Option.CLASS_REFERENCES);
        }
        if (plainReferences) {
            options.add(Recipe.Option.PLAIN_REFERENCES);
        }
        return options;
    }

    void about(String text) {
        about = text.trim();
    }

    void budget(String nodeText, String edgeText) {
        nodes = nodeText.trim();
        edges = edgeText.trim();
    }

    Path after() {
        return after;
    }

    Optional<Path> before() {
        return Optional.ofNullable(before);
    }

    Recipe.Subject subject() {
        return subject;
    }

    String about() {
        return about;
    }

    String nodes() {
        return nodes;
    }

    String edges() {
        return edges;
    }

    Optional<DumpSample> sample(Path dump) {
        return Optional.ofNullable(samples.get(dump));
    }

    /**
     * Returns how much memory the chosen dumps take, in bytes, as far as they have been looked at: of several, one
     * earlier one is there at a time.
     */
    long memory() {
        List<Path> all = dumps();
        return MemoryNeeded.of(all.subList(0, all.size() - 1).stream().flatMap(dump -> sample(dump).stream())
            .collect(Collectors.toList()), sample(after));
    }

    /** Returns what keeps this from being imported, in words; nothing if all is well. */
    Optional<String> problem(long memoryLimit) {
        if (before != null && before.equals(after)) {
            return say("ImportForm.same");
        }
        for (Path dump : dumps()) {
            if (sample(dump).filter(DumpSample::isDump).isEmpty()) {
                return say(sample(dump).isEmpty() ? "ImportForm.looking"
                    : sample(dump).get().bytes() == 0 ? "ImportForm.empty" : "ImportForm.notADump", dump.getFileName());
            }
        }
        if (subject == Recipe.Subject.GROWTH && dumps().size() < 3) {
            return say("ImportForm.growthNeedsThree");
        }
        if (subject == Recipe.Subject.BORDER && before == null) {
            return say("ImportForm.borderNeedsTwo");
        }
        if (subject.isAboutSomething() && SubjectText.problem(about).isPresent()) {
            return about.isEmpty() ? say("ImportForm.noSelection") : SubjectText.problem(about);
        }
        if (positive(nodes) < 1 || positive(edges) < 1) {
            return say("ImportForm.budget");
        }
        return MemoryNeeded.problem(memory(), memoryLimit);
    }

    /** Returns what the user should know before going on, if anything. */
    Optional<String> remark() {
        Optional<DumpSample> earlier = before().flatMap(this::sample);
        Optional<DumpSample> later = sample(after);
        if (!between.isEmpty()) {
            return say("ImportForm.several", dumps().size());
        }
        if (earlier.isPresent() && later.isPresent() && earlier.get().isDump()
            && SampleOrder.EARLIER_FIRST.compare(earlier.get(), later.get()) > 0) {
            return say("ImportForm.order");
        }
        if (earlier.isPresent() && later.isPresent() && later.get().isUntraced()) {
            return say("ImportForm.untraced");
        }
        return Optional.empty();
    }

    /** Returns the choices; only where there is no problem. */
    ImportChoices choices() {
        return new ImportChoices(dumps(), subject, subject.isAboutSomething() ? about : "",
            ViewBudget.of(positive(nodes), positive(edges)), options());
    }

    private static int positive(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static Optional<String> say(String key, Object... values) {
        return Optional.of(NbBundle.getMessage(ImportForm.class, key, values));
    }
}
