package io.github.memdump.gephi.window.select;

import io.github.memdump.heap.Heap;
import io.github.memdump.select.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The words that can stand in a selection over a heap. Immutable; a few bytes for each class. */
final class Vocabulary {
    private static final List<String> BETWEEN = List.of("and", "or", "not", "in");

    private final List<String> words = new ArrayList<>();
    private final List<String> classes;
    private final List<String> types;

    private Vocabulary(List<String> classes, List<String> types) {
        this.classes = classes;
        this.types = types;
        words.addAll(Names.columns());
        words.addAll(Names.facts());
        Names.relations().forEach(relation -> words.add(relation + "("));
        words.addAll(BETWEEN);
    }

    /** Returns the words for a heap; n log n in its classes. */
    static Vocabulary of(Heap heap) {
        TreeSet<String> classes = new TreeSet<>();
        for (int number = 0; number < heap.classes().size(); number++) {
            classes.add(heap.classes().name(number));
        }
        return new Vocabulary(new ArrayList<>(classes), heap.types().names());
    }

    /** Returns the words of the language: columns, predicates and what stands between them. */
    List<String> words() {
        return words;
    }

    /** Returns the names of the classes, in the order of the alphabet. */
    List<String> classes() {
        return classes;
    }

    /** Returns the names of the types. */
    List<String> types() {
        return types;
    }
}
