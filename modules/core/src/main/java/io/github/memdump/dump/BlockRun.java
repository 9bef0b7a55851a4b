package io.github.memdump.dump;

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
        this.plain = new PlainRecord(bytes, fields, block.references,
            new RecentStrings(bytes, block.table), limits);
        this.damaged = new DamagedRecord(bytes);
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
        int at = RecordStart.skipBlanks(bytes, position, newline);
        while (at < newline) {
            int referencesBefore = block.references.size();
            int end = json.read(bytes, at, newline);
            if (end != JsonRecord.MALFORMED) {
                commit(at, referencesBefore);
            } else {
                block.references.truncate(referencesBefore);
                end = salvage(at, newline);
            }
            at = RecordStart.skipBlanks(bytes, end, newline);
        }
        return at;
    }

    /** Keeps what can be read of a damaged record; returns where it ends. */
    private int salvage(int at, int newline) {
        boolean cut = last && newline == length;
        if (RecordStart.at(bytes, at, newline)) {
            damaged.read(at, newline);
            boolean tooDeep = json.isTooDeep();
            boolean rejoined = !damaged.isWhole() && damaged.end() == newline && rejoin(at, newline);
            boolean cutInside = cut && !damaged.isEnded() && damaged.end() == newline;
            byte[] record = mended.mend(damaged.values());
            int referencesBefore = block.references.size();
            if (record.length > 0 && json.read(record, 0, record.length) != JsonRecord.MALFORMED) {
                report(rejoined ? IssueKind.REJOINED_RECORD : cutInside ? IssueKind.TRUNCATED_RECORD
                    : tooDeep ? IssueKind.NESTED_TOO_DEEPLY : IssueKind.SALVAGED_RECORD);
                commit(at, referencesBefore);
                return damaged.end();
            }
            block.references.truncate(referencesBefore);
            damaged.read(at, newline);
            report(cutInside ? IssueKind.TRUNCATED_LINE : IssueKind.MALFORMED_LINE);
            return damaged.end();
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
        } else {
            report(IssueKind.NOT_A_RECORD);
            block.references.truncate(referencesBefore);
        }
    }

    private void report(IssueKind kind) {
        block.issues.add(new Issue(kind, block.newlines, block.baseOffset + position));
    }
}
