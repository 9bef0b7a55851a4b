package io.github.memdump.cli.subset;

import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Objects with a count each, most first, those of one count by id. Immutable; 4 bytes per object. */
final class CountedObjects {
    /** So many are shown to people unless they ask for more. */
    static final int SHOWN = 40;

    private final Heap heap;
    private final int[] objects;
    private final String key;
    private final IntUnaryOperator count;

    private CountedObjects(Heap heap, int[] objects, String key, IntUnaryOperator count) {
        this.heap = heap;
        this.objects = objects;
        this.key = key;
        this.count = count;
    }

    /** Returns objects in order of their counts, which JSON calls by a key; 8 bytes per object for the time. */
    static CountedObjects of(Heap heap, NodeSet objects, String key, IntUnaryOperator count) {
        int[] ranked = objects.toArray();
        long[] keys = new long[ranked.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) -count.applyAsInt(ranked[i]) << Integer.SIZE | ranked[i];
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            ranked[i] = (int) keys[i];
        }
        return new CountedObjects(heap, ranked, key, count);
    }

    /** Returns objects that are in order already. */
    static CountedObjects ranked(Heap heap, int[] objects, String key, IntUnaryOperator count) {
        return new CountedObjects(heap, objects.clone(), key, count);
    }

    /** Returns how many there are. */
    int size() {
        return objects.length;
    }

    /** Returns the table {@code rows}; {@code title} says to people what is counted. */
    AnswerTable<Integer> table(String title) {
        return AnswerTable.ofObjects("rows", objects).showing(SHOWN)
            .column(TableColumn.<Integer>count(key, count::applyAsInt).titled(title))
            .column(TableColumn.<Integer>text("type", heap::typeName).titled("type"))
            .column(TableColumn.<Integer>text(CellKind.CLASS, "class", heap::className).titled("class"))
            .column(TableColumn.<Integer>text(null, heap::name).titled("name"))
            .column(TableColumn.<Integer>text(CellKind.OBJECT, "object", heap::identity).titled("object"))
            .column(TableColumn.bytes("memsize", heap::memsize)).build();
    }
}
