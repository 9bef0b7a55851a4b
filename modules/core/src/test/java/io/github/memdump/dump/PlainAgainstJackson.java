package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.Arrays;

/** Gives one line to the plain reader and to Jackson, and compares what they read. */
final class PlainAgainstJackson {
    private final DumpLimits limits;
    private final JsonFactory json;

    PlainAgainstJackson(DumpLimits limits) {
        this.limits = limits;
        this.json = JsonRecord.factory(limits);
    }

    /** Returns whether a line is plain; fails if it is and Jackson reads something else. */
    boolean agree(byte[] line, String what) {
        RecordBlock plainBlock = new RecordBlock(1);
        RecordFields plain = new RecordFields(plainBlock, limits);
        int end = plain(line, plainBlock, plain);
        if (end == PlainRecord.UNUSUAL) {
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
        RecordBlock block = new RecordBlock(1);
        return plain(line, block, new RecordFields(block, limits));
    }

    private int plain(byte[] line, RecordBlock block, RecordFields fields) {
        byte[] bytes = Arrays.copyOf(line, line.length + PlainRecord.SLACK);
        bytes[line.length] = '\n';
        return new PlainRecord(bytes, fields, block.references, new RecentStrings(bytes, block.table), limits).read(0);
    }
}
