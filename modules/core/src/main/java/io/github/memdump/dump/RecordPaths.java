package io.github.memdump.dump;

import io.github.memdump.dump.scan.ByteWords;
import io.github.memdump.dump.scan.RecordKeys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How plain records have looked so far: a tree whose paths are keys in the order in which records had them. Records of
 * one type have nearly always the same keys in the same order, so that the next key is compared, eight bytes at a time,
 * with the one that came there last, and neither scanned nor looked up. A value that is one of a few, such as a type or
 * a flag, is compared with its key. Bounded: what does not fit in is read all the same, and not kept. About 200 bytes a
 * step. For one thread at a time.
 */
final class RecordPaths {
    /** The value that follows a step: how it is read. */
    enum Kind { NOTHING, TYPE, SINGLETON, ADDRESS, CLASS, REPLACED_CLASS, REFERENCES, NUMBER, TEXT, FLAGS, SKIPPED }

    private static final int MOST_STEPS = 2048;
    private static final int MOST_NEXT = 32;
    private static final Step[] NONE = {};

    private final Step start = new Step(new byte[0], 0, 0, Kind.NOTHING, RecordKeys.OTHER, 0, true);
    private int steps;
    private int round;

    /** Returns where all paths begin. */
    Step start() {
        return start;
    }

    /** Begins to read another block, whose texts have other numbers; returns the number of the round. */
    int nextRound() {
        return ++round;
    }

    /**
     * Returns a new step behind another.
     *
     * @param from where it begins, at the comma or brace before its key
     * @param to   where it ends and its value, unless that belongs to it, begins
     * @return the step, or null if its key is one that counts once and came before
     */
    @Nullable Step add(Step before, byte[] bytes, int from, int to, Kind kind, int key) {
        int bit = key == RecordKeys.OTHER || key == RecordKeys.CLASS_ADDRESS ? 0 : 1 << key;
        if ((before.seen & bit) != 0) {
            return null;
        }
        boolean isKept = before.isKept && before.count < MOST_NEXT && steps < MOST_STEPS;
        Step step = new Step(bytes, from, to, kind, key, before.seen | bit, isKept);
        if (isKept) {
            before.add(step);
            steps++;
        }
        return step;
    }

    /** A key, with the separator before it. */
    static final class Step {
        final Kind kind;
        final int key;
        final int length;
        /** The number of the text that belongs to the step, in the round that is given. */
        int text;
        int textRound;
        private final int seen;
        private final boolean isKept;
        /** The first eight bytes, the last eight, which may overlap, and those between. */
        private final long first;
        private final long firstMask;
        private final long last;
        private final long[] middle;
        private Step[] next = NONE;
        private int count;
        private Step likely = this;

        private Step(byte[] bytes, int from, int to, Kind kind, int key, int seen, boolean isKept) {
            this.kind = kind;
            this.key = key;
            this.length = to - from;
            this.seen = seen;
            this.isKept = isKept;
            int wholeWords = length / Long.BYTES;
            this.first = word(bytes, from, Math.min(length, Long.BYTES));
            this.firstMask = wholeWords > 0 ? -1 : length == 0 ? 0 : ByteWords.first(length);
            this.middle = new long[Math.max(0, wholeWords - 1)];
            for (int i = 0; i < middle.length; i++) {
                middle[i] = word(bytes, from + (i + 1) * Long.BYTES, Long.BYTES);
            }
            this.last = wholeWords == 0 ? 0 : word(bytes, to - Long.BYTES, Long.BYTES);
        }

        private static long word(byte[] bytes, int from, int length) {
            long word = 0;
            for (int i = 0; i < length; i++) {
                word |= (bytes[from + i] & 0xFFL) << (Byte.SIZE * i);
            }
            return word;
        }

        private void add(Step step) {
            if (count == next.length) {
                next = Arrays.copyOf(next, Math.max(2, count * 2));
            }
            next[count++] = step;
        }

        /** Returns the step whose bytes stand at a position, or null if none came there before. */
        @Nullable Step next(ByteWords bytes, int position) {
            Step guess = likely;
            return guess != this && guess.isAt(bytes, position) ? guess : otherNext(bytes, position);
        }

        private @Nullable Step otherNext(ByteWords bytes, int position) {
            for (int i = 0; i < count; i++) {
                if (next[i].isAt(bytes, position)) {
                    likely = next[i];
                    return next[i];
                }
            }
            return null;
        }

        private boolean isAt(ByteWords bytes, int position) {
            if ((bytes.at(position) & firstMask) != first) {
                return false;
            }
            int at = position;
            for (long word : middle) {
                at += Long.BYTES;
                if (bytes.at(at) != word) {
                    return false;
                }
            }
            return length <= Long.BYTES || bytes.at(position + length - Long.BYTES) == last;
        }
    }
}
