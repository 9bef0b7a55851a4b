package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many border objects keep how many new ones alive, in classes that double: 1, 2–3, 4–7… Immutable. */
public final class KeepAliveSpread {
    private final List<String> names = new ArrayList<>();
    private final long[] counts;

    /** Counts some objects with a keepalive_new_count. */
    public KeepAliveSpread(Findings findings, int[] objects) {
        long[] all = new long[Integer.SIZE];
        int last = 0;
        for (int object : objects) {
            long alive = Math.max(1, findings.number(Column.KEEPALIVE_NEW_COUNT, object));
            int place = 63 - Long.numberOfLeadingZeros(alive);
            all[place]++;
            last = Math.max(last, place);
        }
        counts = Arrays.copyOf(all, last + 1);
        for (int place = 0; place <= last; place++) {
            names.add(place == 0 ? "1" : shortened(1L << place) + "–" + shortened((2L << place) - 1));
        }
    }

    private static String shortened(long number) {
        if (number < 1024) {
            return Figures.count(number);
        }
        return number < 1 << 20 ? (number + 1) / 1024 + "k" : (number + 1) / (1 << 20) + "M";
    }

    /** Returns what each class of counts is called. */
    public List<String> names() {
        return names;
    }

    /** Returns how many objects are in each class. */
    public long[] counts() {
        return counts.clone();
    }
}
