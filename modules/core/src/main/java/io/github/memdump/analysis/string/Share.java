package io.github.memdump.analysis.string;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** How many of some objects have one thing in common, such as their class, told by a number. Immutable. */
public final class Share {
    private final int number;
    private final int count;

    private Share(int number, int count) {
        this.number = number;
        this.count = count;
    }

    /** Returns how often each of the first numbers of an array is there, by count descending; sorts the array. */
    static List<Share> of(int[] numbers, int length) {
        Arrays.sort(numbers, 0, length);
        List<Share> shares = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= length; i++) {
            if (i == length || numbers[i] != numbers[begin]) {
                shares.add(new Share(numbers[begin], i - begin));
                begin = i;
            }
        }
        shares.sort(Comparator.comparingInt(Share::count).reversed());
        return Collections.unmodifiableList(shares);
    }

    /** Returns the number of what they have in common. */
    public int number() {
        return number;
    }

    /** Returns how many have it. */
    public int count() {
        return count;
    }
}
