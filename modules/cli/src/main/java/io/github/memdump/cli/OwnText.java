package io.github.memdump.cli;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** What there is to say of the dump's own objects. */
public final class OwnText {
    private OwnText() {
    }

    /** Returns the number of own objects among some. */
    public static long count(OwnObjects own, IntPredicate among) {
        return Arrays.stream(own.objects()).filter(among).count();
    }

    /** Returns the sum of the sizes of the own objects among some, in bytes. */
    public static long memsize(OwnObjects own, Heap heap, IntPredicate among) {
        return Arrays.stream(own.objects()).filter(among).mapToLong(heap::memsize).sum();
    }

    /** Returns the own objects among some by what they are: "file 8.2 KiB, thread 1.0 MiB, 3 other objects 120 B". */
    public static String list(OwnObjects own, Heap heap, IntPredicate among) {
        Map<OwnObjects.Kind, long[]> sums = new EnumMap<>(OwnObjects.Kind.class);
        for (int object : own.objects()) {
            if (among.test(object)) {
                long[] sum = sums.computeIfAbsent(own.kind(object).orElseThrow(), any -> new long[2]);
                sum[0]++;
                sum[1] += heap.memsize(object);
            }
        }
        List<String> parts = new ArrayList<>();
        sums.forEach((kind, sum) -> parts.add((sum[0] == 1 ? kind.word() : Figures.count(sum[0], kind.word())) + " "
            + Figures.bytes(sum[1])));
        return String.join(", ", parts);
    }
}
