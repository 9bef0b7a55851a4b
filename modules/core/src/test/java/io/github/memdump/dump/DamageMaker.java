package io.github.memdump.dump;

import io.github.memdump.dump.scan.Newlines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a dump at random and remembers which lines it left alone. The same seed does the same damage. */
final class DamageMaker {
    private static final String[] MARKS = {"\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\n\n", "\0", "\u00E9",
        "\", \"", "\"}", "{\"address\":\"0x10\"", "{\"type\":\"ROOT\"", "\r", " ", "\\ud800", "9999999999999999999999"};

    private final Random random;
    private final List<Line> lines = new ArrayList<>();

    DamageMaker(byte[] dump, long seed) {
        this.random = new Random(seed);
        int from = 0;
        while (from < dump.length) {
            int to = Math.min(dump.length, Newlines.first(dump, from, dump.length) + 1);
            lines.add(new Line(Arrays.copyOfRange(dump, from, to), lines.size()));
            from = to;
        }
    }

    private static final class Line {
        private byte[] bytes;
        private int original;

        Line(byte[] bytes, int original) {
            this.bytes = bytes;
            this.original = original;
        }
    }

    /** Does so much damage. */
    DamageMaker damage(int times) {
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(20)) {
                case 0:
                    lines.add(at, new Line(lines.get(at).bytes, lines.get(at).original));
                    break;
                case 1:
                    Line moved = lines.remove(at);
                    lines.add(random.nextInt(lines.size() + 1), moved);
                    break;
                default:
                    replace(at);
            }
        }
        if (random.nextInt(3) == 0) {
            Line last = lines.get(lines.size() - 1);
            change(lines.size() - 1, Arrays.copyOf(last.bytes, random.nextInt(last.bytes.length)));
        }
        return this;
    }

    /** Returns the numbers, in the dump as it was, of the lines that are as they were; repeated ones repeatedly. */
    List<Integer> intact() {
        List<Integer> numbers = new ArrayList<>();
        for (Line line : lines) {
            if (line.original >= 0) {
                numbers.add(line.original);
            }
        }
        return numbers;
    }

    byte[] dump() {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        lines.forEach(line -> dump.write(line.bytes, 0, line.bytes.length));
        return dump.toByteArray();
    }

    /** Replaces a stretch of a line, possibly of no bytes, by something else, possibly nothing. */
    private void replace(int at) {
        byte[] bytes = lines.get(at).bytes;
        int from = random.nextInt(bytes.length);
        int to = from + (random.nextBoolean() ? 1 : random.nextInt(1 + bytes.length - from));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0:
                changed.write(random.nextInt(256));
                break;
            case 1:
                byte[] mark = MARKS[random.nextInt(MARKS.length)].getBytes(StandardCharsets.ISO_8859_1);
                changed.write(mark, 0, mark.length);
                to = random.nextBoolean() ? from : to;
                break;
            case 2:
                byte[] other = lines.get(random.nextInt(lines.size())).bytes;
                int begin = random.nextInt(other.length);
                changed.write(other, begin, random.nextInt(Math.min(100, other.length - begin)));
                to = from;
                break;
            case 3:
                changed.write(bytes[from] ^ 1 << random.nextInt(8));
                to = from + 1;
                break;
            case 4:
                // Often the newline moves into its line.
                to = random.nextBoolean() ? bytes.length : from + random.nextInt(bytes.length - from) + 1;
                changed.write(bytes[to - 1]);
                changed.write(bytes, from, to - 1 - from);
                break;
            default:
        }
        changed.write(bytes, to, bytes.length - to);
        change(at, changed.toByteArray());
    }

    /** Puts other bytes in the place of a line; if its newline is gone it and the next line are one. */
    private void change(int at, byte[] bytes) {
        Line line = lines.get(at);
        line.original = -1;
        line.bytes = bytes;
        if (at + 1 < lines.size() && (bytes.length == 0 || bytes[bytes.length - 1] != '\n')) {
            byte[] next = lines.remove(at + 1).bytes;
            line.bytes = Arrays.copyOf(bytes, bytes.length + next.length);
            System.arraycopy(next, 0, line.bytes, bytes.length, next.length);
        } else if (bytes.length == 0) {
            line.bytes = new byte[] {'\n'};
        }
    }
}
