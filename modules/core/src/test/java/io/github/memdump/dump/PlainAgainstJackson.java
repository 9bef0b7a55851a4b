package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.ByteWords;
import java.util.Arrays;

/** Gives one line to the plain reader and to Jackson, and compares what they read. */
final class PlainAgainstJackson {
    private final DumpLimits limits;
    private final JsonFactory json;
    /** Remembers what records looked like, as a block does when it is used again. */
    private final RecordBlock plainBlock = new RecordBlock(1);

    PlainAgainstJackson(DumpLimits limits) {
        this.limits = limits;
        this.json = JsonRecord.factory(limits);
    }

    /** Returns whether a line is plain; fails if it is and Jackson reads something else. */
    boolean agree(byte[] line, String what) {
        plainBlock.clear(0);
        RecordFields plain = new RecordFields(plainBlock, limits);
        int end = plain(line, plain);
        if (end == ByteWords.UNUSUAL) {
            return false;
        }
        RecordBlock jsonBlock = new RecordBlock(1);
        RecordFields read = new RecordFields(jsonBlock, limits);
        assertEquals(new JsonRecord(json, read).read(line, 0, line.length), end, what);
        plainBlock.add(plain, 0);
        jsonBlock.add(read, 0);
        assertEquals(ReadOut.record(jsonBlock, 0), ReadOut.record(plainBlock, 0), what);
        assertEquals(0, read.wrongTypes + read.repeatedKeys + read.cutNames + (read.referencesCut ? 1 : 0), what);
        assertEquals(0, plain.wrongTypes + plain.repeatedKeys, what);
        return true;
    }

    /** Returns where the plain reader says that a line ends. */
    int plainEnd(byte[] line) {
        plainBlock.clear(0);
        return plain(line, new RecordFields(plainBlock, limits));
    }

    private int plain(byte[] line, RecordFields fields) {
        byte[] bytes = Arrays.copyOf(line, line.length + ByteWords.SLACK);
        bytes[line.length] = '\n';
        return new PlainRecord(bytes, fields, plainBlock, limits).read(0);
    }
}
