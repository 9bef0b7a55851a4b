package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;

/** How much there was in each dump of what makes a suspect, the earliest first. Immutable, thread-safe. */
public final class History {
    /** Nothing is known: there is but one dump. */
    static final History NONE = new History(Measure.RETAINED, new Amount[0]);

    private final Measure measure;
    private final Amount[] amounts;

    /** What is compared from dump to dump. */
    public enum Measure {
        /** What the object that holds it retained. */
        RETAINED,
        /** How many objects there were of the classes and lines that have gathered, wherever they were held. */
        ALIKE
    }

    private History(Measure measure, Amount[] amounts) {
        this.measure = measure;
        this.amounts = amounts;
    }

    static History retained(Amount[] amounts) {
        return new History(Measure.RETAINED, amounts.clone());
    }

    /** Returns a history of counts alone. */
    static History alike(long[] counts) {
        Amount[] amounts = new Amount[counts.length];
        for (int dump = 0; dump < counts.length; dump++) {
            amounts[dump] = new Amount(counts[dump], 0);
        }
        return new History(Measure.ALIKE, amounts);
    }

    /** Returns the history of two suspects that are one matter; nothing where they were not measured alike. */
    History plus(History other) {
        if (measure != other.measure || amounts.length != other.amounts.length) {
            return NONE;
        }
        Amount[] sums = new Amount[amounts.length];
        for (int dump = 0; dump < sums.length; dump++) {
            sums[dump] = amounts[dump].plus(other.amounts[dump]);
        }
        return new History(measure, sums);
    }

    /** Returns what is compared. */
    public Measure measure() {
        return measure;
    }

    /** Returns the number of dumps that are told, 0 where there is but one. */
    public int dumps() {
        return amounts.length;
    }

    /** Returns how much there was in a dump, counted from 0; the size is 0 where objects alone are counted. */
    public Amount in(int dump) {
        return amounts[dump];
    }

    /** Returns the smallest growth in objects from one dump to the next; below 0 if they became fewer. */
    public long smallestStep() {
        return smallest(true);
    }

    /** Returns the smallest growth in bytes from one dump to the next. */
    public long smallestStepInBytes() {
        return smallest(false);
    }

    private long smallest(boolean isByCount) {
        long smallest = Long.MAX_VALUE;
        for (int dump = 1; dump < amounts.length; dump++) {
            Amount step = amounts[dump].minus(amounts[dump - 1]);
            smallest = Math.min(smallest, isByCount ? step.count() : step.size());
        }
        return amounts.length < 2 ? 0 : smallest;
    }
}
