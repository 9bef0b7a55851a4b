package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.array.LongList;
import io.github.memdump.array.LongNumbers;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * How many objects there are of each kind: of one class, allocated at one line. Ruby's own (classes, code) are of one
 * kind by type, for each of them may have a class of its own. Not thread-safe.
 */
public final class KindCounts {
    private final Heap heap;
    private final LongNumbers numbers = new LongNumbers();
    private final LongList met = new LongList();
    private int[] counts = new int[64];

    private KindCounts(Heap heap) {
        this.heap = heap;
    }

    /** Counts the objects that meet a condition; linear time, some ten bytes per kind. */
    public static KindCounts of(Heap heap, IntPredicate condition) {
        KindCounts kinds = new KindCounts(heap);
        for (int object = 0; object < heap.objectCount(); object++) {
            if (condition.test(object)) {
                kinds.add(kinds.number(object));
            }
        }
        return kinds;
    }

    private void add(long number) {
        int place = numbers.of(number);
        if (place == met.size()) {
            met.add(number);
            counts = place < counts.length ? counts : Arrays.copyOf(counts, place * 2);
        }
        counts[place]++;
    }

    /** Returns a number below {@code classes + names} that objects of a class share, and IMEMO objects of a kind. */
    public static int classOrKind(Heap heap, int object) {
        boolean isKnown = heap.type(object) == RecordTypes.IMEMO && heap.nameNumber(object) >= 0;
        return isKnown ? heap.classes().size() + heap.nameNumber(object) : heap.classNumber(object);
    }

    /** Returns a number that objects of one kind share; two numbers may have one name. */
    public long number(int object) {
        int type = heap.type(object);
        boolean isRubys = type == RecordTypes.CLASS || type == RecordTypes.MODULE || type == RecordTypes.ICLASS;
        int group = isRubys ? -1 - type : heap.classNumber(object);
        return (long) group << Integer.SIZE | (heap.site(object) & 0xFFFF_FFFFL);
    }

    /** Returns how many objects of the kind of this number were counted. */
    public long count(long number) {
        int place = numbers.find(number);
        return place == LongNumbers.NONE ? 0 : counts[place];
    }

    /** Returns the name of a kind, the same in every dump of the process. */
    public String name(long number) {
        int group = (int) (number >> Integer.SIZE);
        String what = group < 0 ? "\0" + heap.types().names().get(-1 - group) : heap.classes().name(group);
        return what + '\0' + heap.sites().place((int) number);
    }

    /** Returns the counts by name. */
    Map<String, Long> byName() {
        Map<String, Long> named = new HashMap<>();
        for (int place = 0; place < met.size(); place++) {
            named.merge(name(met.get(place)), (long) counts[place], Long::sum);
        }
        return named;
    }
}
