package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Chooses the objects of a class, those that retain most first, with shortest paths from the roots. */
final class ClassSelection {
    private final Heap heap;
    private final BreadthFirst fromRoots;
    private final NodeSet members;
    private final Integer[] ranked;

    /**
     * Finds the objects.
     *
     * @param className the name of the class, or a pattern between slashes that is looked for in the names
     * @throws IllegalArgumentException if the pattern is none
     */
    ClassSelection(Findings findings, String className) {
        this.heap = findings.heap();
        Retained retained = findings.retained().orElseThrow();
        this.fromRoots = findings.fromRoots().orElseThrow();
        boolean[] wanted = wanted(heap, className);
        this.members = NodeSet.where(heap.objectCount(),
            object -> wanted[heap.classNumber(object)] && heap.type(object) != RecordTypes.SHAPE);
        this.ranked = Arrays.stream(members.toArray()).boxed().toArray(Integer[]::new);
        Arrays.sort(ranked, Comparator.comparingLong((Integer object) -> -retained.size(object)));
    }

    private static boolean[] wanted(Heap heap, String className) {
        Predicate<String> matches = className::equals;
        if (className.length() > 2 && className.startsWith("/") && className.endsWith("/")) {
            try {
                matches = Pattern.compile(className.substring(1, className.length() - 1)).asPredicate();
            } catch (PatternSyntaxException malformed) {
                throw new IllegalArgumentException("The class pattern " + className + " cannot be read: "
                    + malformed.getDescription() + " at character " + (malformed.getIndex() + 1) + ".", malformed);
            }
        }
        boolean[] wanted = new boolean[heap.classes().size()];
        for (int c = 0; c < wanted.length; c++) {
            wanted[c] = matches.test(heap.classes().name(c));
        }
        return wanted;
    }

    Chosen choose(int budget) {
        Chosen chosen = new Chosen(budget);
        for (int object : ranked) {
            if (chosen.room() == 0) {
                break;
            }
            if (!chosen.contains(object)) {
                int[] path = Arrays.stream(fromRoots.path(object))
                    .filter(on -> heap.type(on) != RecordTypes.SHAPE).toArray();
                chosen.addPath(path.length > 0 ? path : new int[] {object});
            }
        }
        return chosen;
    }

    /** Returns all objects of the class. */
    NodeSet members() {
        return members;
    }
}
