package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;

/** Reads the records of blocks of whole lines. Thread-safe: blocks may be parsed by several threads at once. */
final class RecordParser {
    final DumpLimits limits;
    final JsonFactory json;

    RecordParser(DumpLimits limits) {
        this.limits = limits;
        this.json = JsonRecord.factory(limits);
    }

    /**
     * Parses whole lines.
     *
     * @param bytes      where they are; behind them lie {@link PlainRecord#SLACK} bytes more, the first a newline
     * @param length     how many bytes, from position 0
     * @param baseOffset where position 0 lies in the dump
     * @param last       whether the dump ends here, so that a last line without newline may be cut off
     */
    RecordBlock parse(byte[] bytes, int length, long baseOffset, boolean last) {
        RecordBlock block = new RecordBlock(baseOffset);
        new BlockRun(block, this, bytes, length, last).run();
        return block;
    }
}
