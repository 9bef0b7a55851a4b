package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.scan.DamagedRecord;
import io.github.memdump.dump.scan.FieldSlices;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.dump.scan.RecordStart;

/**
 * The way through the lines of one block. A line that Jackson refuses is read once more, tolerantly: its record is
 * kept as far as it can be read, rejoined if a raw newline has split it, or else counted and skipped; it costs no other
 * line anything.
 */
final class BlockRun {
    private final RecordBlock block;
    private final RecordFields fields;
    private final JsonRecord json;
    private final byte[] bytes;
    private final int length;
    private final int mostBytes;
    private final boolean last;
    private final PlainRecord plain;
    private final DamagedRecord damaged;
    private final MendedRecord mended;
    /** So many lines to come may belong to a record that was cut off, so that what stands in them is not believed. */
    private int doubtful;
    /** Whether the line at hand begins with a record. */
    private boolean beginsRecord;
    /** Everything before this is done, and its newlines are counted in the block. */
    private int position;

    BlockRun(RecordBlock block, RecordParser parser, LineBlock lines) {
        this.block = block;
        DumpLimits limits = parser.limits;
        this.mostBytes = limits.lineBytes();
        this.fields = new RecordFields(block, limits);
        this.json = new JsonRecord(parser.json, fields);
        this.bytes = lines.bytes;
        this.length = lines.length;
        this.last = lines.last;
        this.plain = new PlainRecord(bytes, fields, block, limits);
        this.damaged = new DamagedRecord(bytes, new FieldSlices());
        this.mended = new MendedRecord(bytes, json, limits);
    }

    /** Reads all lines into the block. */
    void run() {
        while (position < length) {
            readNextLine();
        }
    }

    /** Reads only the record that begins a line at a position; returns the position behind its last line. */
    int readOne(int begin) {
        position = begin;
        readNextLine();
        return position;
    }

    private void readNextLine() {
        int referencesBefore = block.references.size();
        int end = plain.read(position);
        if (end >= 0 && bytes[end] == '\n' && end - position <= mostBytes && fields.isRecord()) {
            block.add(fields, position);
            doubtful = 0;
            block.newlines += end < length ? 1 : 0;
            position = end + 1;
        } else {
            block.references.truncate(referencesBefore);
            readUnusualLine();
        }
    }

    private void readUnusualLine() {
        int newline = Newlines.first(bytes, position, length);
        int end = newline;
        beginsRecord = RecordStart.at(bytes, position, newline);
        doubtful = beginsRecord ? 0 : Math.max(0, doubtful - 1);
        if (newline - position > mostBytes) {
            report(IssueKind.LINE_TOO_LONG);
        } else {
            end = readLine(newline);
        }
        int next = Math.min(length, end + 1);
        block.newlines += Newlines.count(bytes, newline, next);
        position = next;
    }

    /** Reads the records of a line, one as a rule; returns where the last of them ends, a later line if rejoined. */
    private int readLine(int newline) {
        int at = skipBracket(RecordStart.skipBlanks(bytes, position, newline), newline);
        while (at < newline) {
            at = skipSeparator(RecordStart.skipBlanks(bytes, readRecord(at, newline), newline), newline);
        }
        return at;
    }

    /** Skips the bracket that opens an array of records, as programs make it that read and write JSON. */
    private int skipBracket(int at, int newline) {
        if (at == newline || bytes[at] != '[') {
            return at;
        }
        int next = RecordStart.skipBlanks(bytes, at + 1, newline);
        return next < newline && bytes[next] == '{' ? next : at;
    }

    /** Skips what stands behind a record in such an array: a comma, or the bracket that closes it. */
    private int skipSeparator(int at, int newline) {
        if (at >= newline || (bytes[at] != ',' && bytes[at] != ']')) {
            return at;
        }
        int next = RecordStart.skipBlanks(bytes, at + 1, newline);
        return next == newline || (bytes[at] == ',' && bytes[next] == '{') ? next : at;
    }

    private int readRecord(int at, int newline) {
        int referencesBefore = block.references.size();
        int end = json.read(bytes, at, newline);
        if (end != JsonRecord.MALFORMED) {
            commit(at, referencesBefore);
            return end;
        }
        block.references.truncate(referencesBefore);
        int start = RecordStart.first(bytes, at, newline);
        if (start == at || start == newline || doubtful > 0) {
            return salvage(at, newline);
        }
        // A prompt, or a line of a log, that something else has written into the dump.
        end = json.read(bytes, start, newline);
        if (end == JsonRecord.MALFORMED) {
            block.references.truncate(referencesBefore);
            return salvage(start, newline);
        }
        report(IssueKind.SALVAGED_RECORD);
        commit(start, referencesBefore);
        return end;
    }

    /** Keeps what can be read of a damaged record; returns where it ends. */
    private int salvage(int at, int newline) {
        boolean cut = last && newline == length;
        if (RecordStart.at(bytes, at, newline)) {
            damaged.read(at, newline);
            boolean tooDeep = json.isTooDeep();
            boolean tooLong = json.isTooLong();
            boolean rejoined = beginsRecord && !damaged.isWhole() && damaged.fields().end() == newline
                && rejoin(at, newline);
            if (beginsRecord && !damaged.isEnded() && damaged.fields().end() == newline) {
                doubtful = LineBlockReader.CONTINUATIONS + 1;
            }
            boolean cutInside = cut && !damaged.isEnded() && damaged.fields().end() == newline;
            byte[] record = mended.mend(damaged.fields());
            int referencesBefore = block.references.size();
            if (record.length > 0 && json.read(record, 0, record.length) != JsonRecord.MALFORMED) {
                if (!tooLong || !damaged.isWhole() || fields.cutNames == 0) {
                    report(rejoined ? IssueKind.REJOINED_RECORD : cutInside ? IssueKind.TRUNCATED_RECORD
                        : tooDeep ? IssueKind.NESTED_TOO_DEEPLY : IssueKind.SALVAGED_RECORD);
                }
                commit(at, referencesBefore);
                return damaged.fields().end();
            }
            block.references.truncate(referencesBefore);
            damaged.read(at, newline);
            report(cutInside ? IssueKind.TRUNCATED_LINE : IssueKind.MALFORMED_LINE);
            return damaged.fields().end();
        }
        report(cut ? IssueKind.TRUNCATED_LINE : IssueKind.MALFORMED_LINE);
        return newline;
    }

    /** Reads a damaged record on into the next lines as long as these begin no record, until it is whole. */
    private boolean rejoin(int at, int newline) {
        int end = newline;
        for (int i = 0; i < LineBlockReader.CONTINUATIONS && end + 1 < length; i++) {
            int next = Newlines.first(bytes, end + 1, length);
            if (RecordStart.at(bytes, end + 1, next) || next - position > mostBytes) {
                break;
            }
            end = next;
            damaged.read(at, end);
            if (damaged.isWhole()) {
                return true;
            }
        }
        damaged.read(at, newline);
        return false;
    }

    private void commit(int start, int referencesBefore) {
        for (int i = 0; i < fields.wrongTypes; i++) {
            report(IssueKind.WRONG_FIELD_TYPE);
        }
        for (int i = 0; i < fields.wrongNumbers; i++) {
            report(IssueKind.IMPOSSIBLE_NUMBER);
        }
        for (int i = 0; i < fields.repeatedKeys; i++) {
            report(IssueKind.REPEATED_KEY);
        }
        for (int i = 0; i < fields.cutNames; i++) {
            report(IssueKind.NAME_TOO_LONG);
        }
        if (fields.referencesCut) {
            report(IssueKind.TOO_MANY_REFERENCES);
        }
        if (fields.isRecord()) {
            block.add(fields, start);
        } else if (fields.isOfNames()) {
            block.names.add(start);
        } else {
            report(IssueKind.NOT_A_RECORD);
            block.references.truncate(referencesBefore);
        }
    }

    private void report(IssueKind kind) {
        block.issues.add(new Issue(kind, block.newlines, block.baseOffset + position));
    }
}
