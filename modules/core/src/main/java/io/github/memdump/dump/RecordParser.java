package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.memdump.dump.issue.DumpLimits;

/** Reads the records of blocks of whole lines. Thread-safe: blocks may be parsed by several threads at once. */
final class RecordParser {
    final DumpLimits limits;
    final JsonFactory json;

    RecordParser(DumpLimits limits) {
        this.limits = limits;
        this.json = JsonRecord.factory(limits);
    }

    /**
     * Parses a block of whole lines.
     *
     * @param into a block without records, which is returned with those of the lines
     */
    RecordBlock parse(LineBlock lines, RecordBlock into) {
        into.standsIn(lines, json);
        new BlockRun(into, this, lines).run();
        return into;
    }

    /**
     * Parses the record that begins a line.
     *
     * @param into a block without records; it receives the record, and more if the line holds more
     * @return the position behind the last line of the record: the next one, or a later one if it was rejoined
     */
    int parseOne(LineBlock lines, int begin, RecordBlock into) {
        return new BlockRun(into, this, lines).readOne(begin);
    }
}
