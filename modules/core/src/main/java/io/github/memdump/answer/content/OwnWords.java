package io.github.memdump.answer.content;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What there is to say of the dump's own objects. */
public final class OwnWords {
    private OwnWords() {
    }

    /** Returns the number of own objects among some. */
    public static long count(OwnObjects own, IntPredicate among) {
        return Arrays.stream(own.objects()).filter(among).count();
    }

    /** Returns the sentence about those of the new objects that dumping and tracing made; nothing if none are. */
    public static Optional<String> besides(HeapDiff diff) {
        IntPredicate isNew = diff.newObjects()::contains;
        long count = count(diff.own(), isNew);
        return count == 0 ? Optional.empty() : Optional.of("  Besides, the dump itself made "
            + Figures.count(count, "new object") + ": " + list(diff.own(), diff.after(), isNew)
            + ". They and what hangs on them are no leak.");
    }

    /** Returns how many of the new objects are the dump's own, and their bytes, as two facts. */
    public static Answer facts(HeapDiff diff) {
        return Answer.builder().fact("own_objects", count(diff.own(), diff.newObjects()::contains))
            .fact("own_memsize", Arrays.stream(diff.own().objects()).filter(diff.newObjects()::contains)
                .mapToLong(diff.after()::memsize).reduce(0, Saturating::sum)).build();
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
