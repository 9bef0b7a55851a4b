package io.github.memdump.select;

import io.github.memdump.heap.Heap;
import io.github.memdump.select.syntax.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names of the classes or of the types that a heap has. */
final class NamesOfHeap {
    private final String what;
    private final Set<String> names = new TreeSet<>();

    NamesOfHeap(Heap heap, Numbering numbering) {
        what = numbering.name().toLowerCase(Locale.ROOT);
        for (int number = 0; number < numbering.count(heap); number++) {
            names.add(numbering.text(heap, number));
        }
    }

    /** Adds a sentence for each name that the heap does not have if it has one that may have been meant. */
    void addDoubts(Set<String> wanted, List<String> doubts) {
        for (String name : wanted) {
            String meant = names.contains(name) || name.isEmpty() ? "" : meant(name);
            if (!meant.isEmpty()) {
                doubts.add("no " + what + " here is called " + name + ". Did you mean " + meant + "?");
            }
        }
    }

    /** Returns the nearest name, or one that ends in the wanted one: the module in front of it is often forgotten. */
    private String meant(String wanted) {
        String nearest = Nearest.to(wanted, names);
        return nearest.isEmpty() ? names.stream().filter(name -> name.endsWith("::" + wanted)).findFirst().orElse("")
            : nearest;
    }
}
