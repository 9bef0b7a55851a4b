package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.ParsedSelection;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.task.Task;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people write for the objects that a view is about: an address or identity, the name of a ROOT object, what a
 * root, a class or a module is called in a view ({@code module Shop}), the name of a class for its objects, a pattern
 * of class names between slashes, or a selection.
 */
public final class SubjectText {
    private static final Pattern CLASS_NAME = Pattern.compile("#?[A-Z<][\\w:<>#=]*|\\w+(::\\w+)+");
    private static final Pattern CLASS_PATTERN = Pattern.compile("/.+/");

    private SubjectText() {
    }

    /** Returns what is wrong with a text, in words with the place of the mistake; nothing if it can be asked for. */
    public static Optional<String> problem(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return Optional.of("Write an address, the name of a class or a selection.");
        }
        return Identities.isAddress(trimmed) || Identities.isShownName(trimmed) ? Optional.empty()
            : Selection.parse(selection(trimmed)).error().map(Object::toString);
    }

    /** Returns the selection that a text stands for: class names and patterns are short for one. */
    public static String selection(String text) {
        if (CLASS_NAME.matcher(text).matches()) {
            return "class = \"" + text + "\"";
        }
        return CLASS_PATTERN.matcher(text).matches() ? "class =~ " + text : text;
    }

    /**
     * Returns the objects.
     *
     * @throws IllegalArgumentException if the text cannot be read, names an object that is not there or asks for what
     *                                  the findings do not have; the message is for people
     */
    public static NodeSet objects(String text, Findings findings, Task task) {
        Heap heap = findings.heap();
        String trimmed = text.trim();
        int object = Identities.find(heap, trimmed);
        if (object != Heap.NO_OBJECT) {
            return NodeSet.of(heap.objectCount(), object);
        }
        if (Identities.isAddress(trimmed)) {
            throw new IllegalArgumentException("There is no object " + trimmed + " in this heap.");
        }
        if (Identities.isShownName(trimmed)) {
            throw new IllegalArgumentException("There is no " + trimmed + " in this heap.");
        }
        ParsedSelection parsed = Selection.parse(selection(trimmed));
        try {
            return parsed.orThrow().in(findings, task);
        } catch (SelectionException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
