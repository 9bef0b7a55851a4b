package io.github.memdump.dump;

import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies records of a dump exactly as they stand in it, all lines of those that a newline has split, so that nothing
 * that this program ignores is lost.
 */
public final class RecordLines {
    private static final int BLOCK_BYTES = 1 << 20;
    /** How far into a line the type or the name of a ROOT record is looked for. */
    private static final int HEAD_BYTES = 64;

    private final long[] offsets;
    private final Set<String> roots;
    private final RecordParser parser;
    private final OutputStream out;
    private int next;
    private long copied;

    private RecordLines(long[] offsets, Set<String> roots, DumpLimits limits, OutputStream out) {
        this.offsets = offsets;
        this.roots = roots;
        this.parser = new RecordParser(limits);
        this.out = out;
    }

    /**
     * Copies lines in file order, each ended by a newline; reads the dump once from its beginning.
     *
     * @param input   the dump
     * @param offsets where the records begin, in bytes, decompressed; ascending
     * @param roots   the names of the roots whose lines, all of them, are copied as well
     * @param limits  those within which the offsets were read
     * @param out     where to; it stays open
     * @param task    told of the bytes read
     * @return the number of lines copied
     * @throws DumpException                             if the dump cannot be read, or is shorter than it was
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static long copy(DumpInput input, long[] offsets, Set<String> roots, DumpLimits limits, OutputStream out,
            Task task) throws IOException {
        RecordLines lines = new RecordLines(offsets, roots, limits, out);
        try (DumpInput.Opened opened = input.open()) {
            task.phase("Copying from " + input.name(), input.storedBytes());
            LineBlockReader reader = new LineBlockReader(opened.in, BLOCK_BYTES, limits);
            long progress = 0;
            while (reader.hasNext()) {
                lines.copyOf(reader.next());
                long now = opened.storedBytesRead();
                task.done(now - progress);
                progress = now;
            }
        }
        if (lines.next < offsets.length) {
            throw new DumpException(input.name() + " is shorter than when it was read first: another program is"
                + " writing to it. Wait until the dump is finished.");
        }
        return lines.copied;
    }

    /** Copies lines of a dump that was read within the default limits; see the other method of the name. */
    public static long copy(DumpInput input, long[] offsets, Set<String> roots, OutputStream out, Task task)
            throws IOException {
        return copy(input, offsets, roots, DumpLimits.DEFAULT, out, task);
    }

    private void copyOf(LineBlock block) throws IOException {
        for (int begin = 0; begin < block.length; ) {
            int end = Newlines.first(block.bytes, begin, block.length);
            long endOffset = block.baseOffset + end;
            boolean wanted = next < offsets.length && offsets[next] < endOffset;
            while (next < offsets.length && offsets[next] < endOffset) {
                next++;
            }
            boolean split = end + 1 < block.length && !RecordStart.at(block.bytes, end + 1, block.length);
            if (wanted && split) {
                end = Math.min(block.length, parser.parseOne(block, begin, new RecordBlock(1)) - 1);
            }
            if (wanted || isWantedRoot(block, begin, end)) {
                out.write(block.bytes, begin, end - begin);
                out.write('\n');
                copied++;
            }
            begin = end + 1;
        }
    }

    private boolean isWantedRoot(LineBlock block, int begin, int end) {
        String head = new String(block.bytes, begin, Math.min(HEAD_BYTES, end - begin), StandardCharsets.ISO_8859_1);
        if (roots.isEmpty() || !head.contains("ROOT") && !head.contains("\"root\"")) {
            return false;
        }
        RecordBlock records = new RecordBlock(1);
        parser.parseOne(block, begin, records);
        for (int record = 0; record < records.size(); record++) {
            if (records.root(record) != RecordBlock.NONE
                && roots.contains(records.strings().get(records.root(record)))) {
                return true;
            }
        }
        return false;
    }
}
