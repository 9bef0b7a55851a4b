package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * Reads the records of a block of whole lines. One Jackson parser runs over line after line as long as each holds a
 * record; where one does not, the line is counted as an issue and a new parser begins behind its newline, so that
 * damage costs its own line and nothing else. Thread-safe: blocks may be parsed by several threads at once.
 */
final class RecordParser {
    private final DumpLimits limits;
    private final JsonFactory json;

    RecordParser(DumpLimits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(64)
                .maxStringLength(limits.lineBytes())
                .build())
            .build();
    }

    /**
     * Parses whole lines.
     *
     * @param bytes      where they are
     * @param length     how many bytes, from position 0
     * @param baseOffset where position 0 lies in the dump
     * @param last       whether the dump ends here, so that a last line without newline may be cut off
     */
    RecordBlock parse(byte[] bytes, int length, long baseOffset, boolean last) {
        RecordBlock block = new RecordBlock(baseOffset);
        Run run = new Run(block, bytes, length, last);
        while (run.position < length) {
            run.parse();
        }
        return block;
    }

    /** The way of one block's parsers through its lines. */
    private final class Run {
        private final RecordBlock block;
        private final RecordFields fields;
        private final byte[] bytes;
        private final int length;
        private final boolean last;
        /** Everything before this is done, and its newlines are counted in the block. */
        private int position;

        Run(RecordBlock block, byte[] bytes, int length, boolean last) {
            this.block = block;
            this.fields = new RecordFields(block, limits);
            this.bytes = bytes;
            this.length = length;
            this.last = last;
        }

        /** Parses up to the end of the block or behind the next damaged line. */
        void parse() {
            int begin = position;
            try (JsonParser parser = json.createParser(bytes, begin, length - begin)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token != JsonToken.START_OBJECT || !readRecord(parser, begin)) {
                        skipDamagedLine(IssueKind.MALFORMED_LINE);
                        return;
                    }
                }
                passTo(length);
            } catch (IOException malformed) {
                skipDamagedLine(IssueKind.MALFORMED_LINE);
            }
        }

        /** Reads one record; returns false if it is spread over several lines, which no dump does. */
        private boolean readRecord(JsonParser parser, int begin) throws IOException {
            int referencesBefore = block.references.size();
            fields.clear();
            boolean whole = false;
            try {
                String field = parser.nextFieldName();
                while (field != null) {
                    fields.read(field, parser);
                    field = parser.nextFieldName();
                }
                int end = begin + (int) parser.currentLocation().getByteOffset();
                int start = firstText(position);
                whole = parser.currentToken() == JsonToken.END_OBJECT && Newlines.count(bytes, start, end) == 0;
                if (whole) {
                    block.newlines += Newlines.count(bytes, position, start);
                    position = end;
                    commit(start, referencesBefore);
                }
                return whole;
            } finally {
                if (!whole) {
                    block.references.truncate(referencesBefore);
                }
            }
        }

        private void commit(int start, int referencesBefore) {
            for (int i = 0; i < fields.wrongTypes; i++) {
                report(IssueKind.WRONG_FIELD_TYPE, start);
            }
            boolean root = fields.root != RecordBlock.NONE && fields.address == RecordBlock.NO_ADDRESS;
            if (!root && fields.address == RecordBlock.NO_ADDRESS) {
                report(IssueKind.NOT_A_RECORD, start);
                block.references.truncate(referencesBefore);
                return;
            }
            if (fields.singleton) {
                block.singletons.add(block.size());
                block.singletonsOf.add(fields.realClassName);
            }
            block.address.add(fields.address);
            block.root.add(root ? fields.root : RecordBlock.NONE);
            block.type.add(fields.type);
            block.classAddress.add(fields.classAddress);
            block.memsize.add(fields.memsize);
            block.generation.add(fields.generation);
            block.file.add(fields.file);
            block.line.add(fields.line);
            block.method.add(fields.method);
            block.name.add(fields.name);
            block.offset.add(start);
            block.newlinesBefore.add(block.newlines);
            block.referencesEnd.add(block.references.size());
        }

        private void skipDamagedLine(IssueKind kind) {
            int start = firstText(position);
            if (start == length) {
                passTo(length);
                return;
            }
            block.newlines += Newlines.count(bytes, position, start);
            int newline = Newlines.first(bytes, start, length);
            boolean cut = last && newline == length;
            report(cut ? IssueKind.TRUNCATED_LINE : kind, start);
            position = start;
            passTo(Math.min(length, newline + 1));
        }

        private void passTo(int end) {
            block.newlines += Newlines.count(bytes, position, end);
            position = end;
        }

        private void report(IssueKind kind, int start) {
            int line = Newlines.last(bytes, 0, start) + 1;
            block.issues.add(new Issue(kind, block.newlines, block.baseOffset + line));
        }

        private int firstText(int from) {
            int i = from;
            while (i < length && (bytes[i] == '\n' || bytes[i] == ' ' || bytes[i] == '\r' || bytes[i] == '\t')) {
                i++;
            }
            return i;
        }
    }
}
