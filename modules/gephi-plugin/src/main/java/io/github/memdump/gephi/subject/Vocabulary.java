package io.github.memdump.gephi.subject;

import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words that can stand in a selection over a heap. Immutable; a few bytes for each class. */
public final class Vocabulary {
    private static final List<String> BETWEEN = List.of("and", "or", "not", "in");

    /** What the objects that have a name of their own are called by. */
    private static final Map<Integer, String> CALLED = Map.of(RecordTypes.ROOT, "root", RecordTypes.CLASS, "class",
        RecordTypes.MODULE, "module");

    private final List<String> words = new ArrayList<>();
    private final List<String> classes;
    private final List<String> types;
    private final Map<String, List<String>> called;

    private Vocabulary(List<String> classes, List<String> types, Map<String, List<String>> called) {
        this.classes = classes;
        this.types = types;
        this.called = called;
        words.addAll(Names.columns());
        words.addAll(Names.facts());
        Names.relations().forEach(relation -> words.add(relation + "("));
        words.addAll(BETWEEN);
    }

    /** Returns the words for a heap; linear in its objects, n log n in its classes. */
    public static Vocabulary of(Heap heap) {
        TreeSet<String> classes = new TreeSet<>();
        for (int number = 0; number < heap.classes().size(); number++) {
            classes.add(heap.classes().name(number));
        }
        Map<String, TreeSet<String>> called = new TreeMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            String kind = CALLED.get(heap.type(object));
            if (kind != null && !heap.name(object).isEmpty()) {
                called.computeIfAbsent(kind, none -> new TreeSet<>()).add(heap.name(object));
            }
        }
        Map<String, List<String>> lists = new TreeMap<>();
        called.forEach((kind, names) -> lists.put(kind, new ArrayList<>(names)));
        return new Vocabulary(new ArrayList<>(classes), heap.types().names(), lists);
    }

    /** Returns the words of the language: columns, predicates and what stands between them. */
    List<String> words() {
        return words;
    }

    /** Returns the names of the classes, in the order of the alphabet. */
    List<String> classes() {
        return classes;
    }

    /** Returns the names of objects of a kind: of what is called "root", "class" or "module" and a name. */
    List<String> called(String kind) {
        return called.getOrDefault(kind, List.of());
    }

    /** Returns these kinds. */
    List<String> kinds() {
        return new ArrayList<>(called.keySet());
    }

    /** Returns the names of the types. */
    List<String> types() {
        return types;
    }
}
