package io.github.memdump.investigation;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order dumps of one process were made, as the dumps themselves say it. Immutable.
 *
 * <p>A generation is the number of the garbage collection in which an object was allocated, and only grows. So the dump
 * with the largest generation is the later one, unless the objects contradict: an object that is older than the
 * earlier dump has to be in it. Where just one dump was traced it is the later one, because tracing that
 * is on is seldom switched off, unless more objects would have gone than come. Everything else is doubt, and then dumps
 * stay in the order in which they were given: dumps without generations, with the same last generation, or with hardly
 * an object in common. Takes a logarithmic look-up per object and pair of dumps.
 */
public final class DumpOrder {
    /** What two dumps say of their order. */
    public enum Verdict {
        /** The first of them is the earlier one. */
        FIRST_IS_EARLIER,
        /** The second of them is the earlier one. */
        SECOND_IS_EARLIER,
        /** The dumps do not say. */
        UNKNOWN
    }

    private final List<Integer> places;

    private DumpOrder(List<Integer> places) {
        this.places = Collections.unmodifiableList(places);
    }

    /** Returns the order of some dumps. */
    public static DumpOrder of(List<HeapIdentities> dumps) {
        List<Integer> places = new ArrayList<>();
        for (int dump = 0; dump < dumps.size(); dump++) {
            int at = places.size();
            while (at > 0 && verdict(dumps.get(places.get(at - 1)), dumps.get(dump)) == Verdict.SECOND_IS_EARLIER) {
                at--;
            }
            places.add(at, dump);
        }
        return new DumpOrder(places);
    }

    /** Returns the order in which dumps were given. */
    static DumpOrder asGiven(int dumps) {
        return new DumpOrder(IntStream.range(0, dumps).boxed().collect(Collectors.toList()));
    }

    /** Returns the places of the dumps in what was given, counted from 0, the earliest dump first. */
    public List<Integer> places() {
        return places;
    }

    /** Returns whether the dumps were not given in this order. */
    public boolean isChanged() {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) != i) {
                return true;
            }
        }
        return false;
    }

    /** Returns things that were given together with the dumps in the order of the dumps. */
    public <T> List<T> sorted(List<T> given) {
        List<T> sorted = new ArrayList<>();
        places.forEach(place -> sorted.add(given.get(place)));
        return sorted;
    }

    /** Returns which of two dumps is the earlier one. */
    public static Verdict verdict(HeapIdentities first, HeapIdentities second) {
        int lastOfFirst = first.lastGeneration();
        int lastOfSecond = second.lastGeneration();
        if (lastOfFirst == lastOfSecond) {
            return Verdict.UNKNOWN;
        }
        Difference came = Difference.between(first, second, lastOfFirst);
        Difference went = Difference.between(second, first, lastOfSecond);
        if (lastOfFirst == Heap.NO_GENERATION) {
            return came.missing > went.missing ? Verdict.FIRST_IS_EARLIER : Verdict.UNKNOWN;
        }
        if (lastOfSecond == Heap.NO_GENERATION) {
            return went.missing > came.missing ? Verdict.SECOND_IS_EARLIER : Verdict.UNKNOWN;
        }
        boolean hardlyRelated = 10L * came.common < Math.min(first.objectCount(), second.objectCount());
        if (hardlyRelated && came.contradictions > 0 && went.contradictions > 0) {
            return Verdict.UNKNOWN;
        }
        boolean byGeneration = lastOfFirst < lastOfSecond;
        boolean isContradicted = byGeneration ? came.contradictions > 0 && went.contradictions == 0
            : went.contradictions > 0 && came.contradictions == 0;
        return byGeneration != isContradicted ? Verdict.FIRST_IS_EARLIER : Verdict.SECOND_IS_EARLIER;
    }

    /** What a dump has that another has not. */
    private static final class Difference {
        private int common;
        private int missing;
        private int contradictions;

        /** Compares by identity; ROOT objects aside, which every dump has. */
        static Difference between(HeapIdentities earlier, HeapIdentities later, int lastOfEarlier) {
            Difference difference = new Difference();
            int objects = later.objectCount() - later.rootNames().size();
            for (int object = 0; object < objects; object++) {
                int generation = later.generation(object);
                int old = earlier.at(later.address(object));
                if (old != Heap.NO_OBJECT && earlier.generation(old) == generation) {
                    difference.common++;
                } else {
                    difference.missing++;
                    difference.contradictions += generation != Heap.NO_GENERATION && generation < lastOfEarlier ? 1 : 0;
                }
            }
            return difference;
        }
    }
}
