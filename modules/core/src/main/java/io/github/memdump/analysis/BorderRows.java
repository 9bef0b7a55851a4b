package io.github.memdump.analysis;

import java.util.Arrays;
import java.util.Comparator;

/** The new border in the order in which it is reported. */
public final class BorderRows {
    private BorderRows() {
    }

    /**
     * Returns the objects of the new border by keepalive_new_count descending, then retained_size descending, then
     * identity.
     *
     * @param findings with border, keep-alive and retained sizes
     */
    public static int[] ranked(Findings findings) {
        Integer[] objects = Arrays.stream(findings.border().orElseThrow().newBorder().toArray())
            .boxed().toArray(Integer[]::new);
        Comparator<Integer> order = Comparator
            .<Integer>comparingLong(o -> -Math.max(0, findings.number(Column.KEEPALIVE_NEW_COUNT, o)))
            .thenComparingLong(o -> -Math.max(0, findings.number(Column.RETAINED_SIZE, o)))
            .thenComparing(o -> findings.text(Column.OBJECT, o));
        Arrays.sort(objects, order);
        return Arrays.stream(objects).mapToInt(Integer::intValue).toArray();
    }
}
