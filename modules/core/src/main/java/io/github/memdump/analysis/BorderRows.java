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
        int[] objects = findings.border().orElseThrow().newBorder().toArray();
        long[] kept = new long[objects.length];
        long[] retained = new long[objects.length];
        // Most are equal in both numbers, so that the texts are compared again and again.
        String[] texts = new String[objects.length];
        Integer[] places = new Integer[objects.length];
        for (int i = 0; i < objects.length; i++) {
            kept[i] = Math.max(0, findings.number(Column.KEEPALIVE_NEW_COUNT, objects[i]));
            retained[i] = Math.max(0, findings.number(Column.RETAINED_SIZE, objects[i]));
            texts[i] = findings.text(Column.OBJECT, objects[i]);
            places[i] = i;
        }
        Arrays.sort(places, Comparator.<Integer>comparingLong(i -> -kept[i]).thenComparingLong(i -> -retained[i])
            .thenComparing(i -> texts[i]));
        return Arrays.stream(places).mapToInt(i -> objects[i]).toArray();
    }
}
