package io.github.memdump.gephi.importer;

import io.github.memdump.view.About;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.openide.util.NbBundle;

/** What has been filled in so far, and what is still wrong with it. For one thread; knows nothing of Swing. */
final class ImportForm {
    private final Map<Path, DumpSample> samples = new HashMap<>();
    private Path after;
    /** What can be shown of dumps that were not looked into yet. */
    static final List<Recipe.Subject> SUBJECTS = List.of(Recipe.Subject.BORDER, Recipe.Subject.HEAP,
        Recipe.Subject.SELECTION, Recipe.Subject.DOMINATORS);

    private Path before;
    private List<Path> opened = List.of();
    private boolean ordered;
    private Recipe.Subject subject;
    private String about;
    private String nodes;
    private String edges;

    /** Begins with the last choices. */
    ImportForm(Preferences remembered) {
        subject = subjectNamed(remembered.get("subject", ""));
        about = remembered.get("about", "");
        nodes = remembered.get("nodes", Integer.toString(ViewBudget.DEFAULT.nodes()));
        edges = remembered.get("edges", Integer.toString(ViewBudget.DEFAULT.edges()));
    }

    private static Recipe.Subject subjectNamed(String name) {
        for (Recipe.Subject subject : SUBJECTS) {
            if (subject.name().equals(name)) {
                return subject;
            }
        }
        return Recipe.Subject.HEAP;
    }

    /** Keeps these choices for the next time. */
    void remember(Preferences preferences) {
        preferences.put("subject", subject.name());
        preferences.put("about", about);
        preferences.put("nodes", nodes);
        preferences.put("edges", edges);
    }

    /** Takes the dumps that were opened; of several, the earliest and the latest as soon as they are sampled. */
    void open(List<Path> dumps) {
        opened = List.copyOf(dumps);
        after = dumps.get(dumps.size() - 1);
        before = dumps.size() > 1 ? dumps.get(0) : null;
        subject = before != null ? Recipe.Subject.BORDER
            : subject == Recipe.Subject.BORDER ? Recipe.Subject.HEAP : subject;
    }

    /** Takes a dump to compare with; the border is what one wants to see then. */
    void compareWith(Path dump) {
        before = dump;
        subject = Recipe.Subject.BORDER;
        ordered = true;
    }

    /** Takes the earlier dump away. */
    void compareWithNothing() {
        before = null;
        subject = subject == Recipe.Subject.BORDER ? Recipe.Subject.HEAP : subject;
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
            inOrder.sort(Comparator.comparing(samples::get, DumpOrder.EARLIER_FIRST));
            before = inOrder.get(0);
            after = inOrder.get(inOrder.size() - 1);
            ordered = true;
        }
    }

    void show(Recipe.Subject wanted) {
        subject = wanted;
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

    /** Returns how much memory the chosen dumps take, in bytes, as far as they have been looked at. */
    long memory() {
        return sample(after).map(DumpSample::memory).orElse(0L)
            + before().flatMap(this::sample).map(DumpSample::memory).orElse(0L);
    }

    /** Returns what keeps this from being imported, in words; nothing if all is well. */
    Optional<String> problem(long memoryLimit) {
        if (before != null && before.equals(after)) {
            return say("ImportForm.same");
        }
        if (before != null && sample(before).filter(sample -> !sample.isDump()).isPresent()) {
            return say("ImportForm.notADump", before.getFileName());
        }
        if (before != null && sample(before).isEmpty()) {
            return say("ImportForm.looking", before.getFileName());
        }
        if (subject == Recipe.Subject.BORDER && before == null) {
            return say("ImportForm.borderNeedsTwo");
        }
        if (subject.isAboutSomething() && About.problem(about).isPresent()) {
            return about.isEmpty() ? say("ImportForm.noSelection") : About.problem(about);
        }
        if (positive(nodes) < 1 || positive(edges) < 1) {
            return say("ImportForm.budget");
        }
        return memory() > memoryLimit ? say("ImportForm.memory", memory() >> 20, memoryLimit >> 20) : Optional.empty();
    }

    /** Returns what the user should know before going on, if anything. */
    Optional<String> remark() {
        Optional<DumpSample> earlier = before().flatMap(this::sample);
        Optional<DumpSample> later = sample(after);
        if (opened.size() > 2) {
            return say("ImportForm.several", opened.size());
        }
        if (earlier.isPresent() && later.isPresent() && earlier.get().isDump()
            && DumpOrder.EARLIER_FIRST.compare(earlier.get(), later.get()) > 0) {
            return say("ImportForm.order");
        }
        if (earlier.isPresent() && later.isPresent() && later.get().generation() == DumpSample.UNTRACED) {
            return say("ImportForm.untraced");
        }
        return Optional.empty();
    }

    /** Returns the choices; only where there is no problem. */
    ImportChoices choices() {
        return new ImportChoices(before == null ? List.of(after) : List.of(before, after), subject, about,
            ViewBudget.of(positive(nodes), positive(edges)));
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
