package io.github.memdump.redact;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a dump without what is secret in it. Read, it gives the same heap: the same objects at the same addresses with
 * the same references, classes, sizes, generations and lines, so that every analysis has the same figures, except those
 * about the text of strings.
 *
 * <p>Left out: the values of strings, symbols and numbers, names and backtraces of threads, every field that is not
 * known to be harmless, damaged lines of which no record can be read; of damaged records is written what can be read of
 * them. Replaced by pseudonyms: files outside of gems and Ruby's library, unless {@link #keepingPaths}; types of
 * records, roots and IMEMOs that no Ruby writes; names, if {@link #hidingNames}. Two dumps have the
 * same pseudonyms if they are made {@link #withSalt with one salt}; else nobody can make them again. Addresses stay.
 *
 * <p>Reads the dump once, block by block; memory for a few blocks and for each different name and path. Immutable.
 */
public final class Redaction {
    private static final int BUFFER = 1 << 16;

    private final DumpLimits limits;
    private final boolean strict;
    private final boolean hidesNames;
    private final boolean keepsPaths;
    private final Optional<String> salt;

    private Redaction(DumpLimits limits, boolean strict, boolean hidesNames, boolean keepsPaths,
        Optional<String> salt) {
        this.limits = limits;
        this.strict = strict;
        this.hidesNames = hidesNames;
        this.keepsPaths = keepsPaths;
        this.salt = salt;
    }

    /** Returns a redaction that keeps names and replaces paths, by pseudonyms that nobody can make again. */
    public static Redaction within(DumpLimits limits) {
        return new Redaction(limits, false, false, false, Optional.empty());
    }

    /** Returns one that fails at the first damage. */
    public Redaction strict() {
        return new Redaction(limits, true, hidesNames, keepsPaths, salt);
    }

    /** Returns one that replaces the names of classes, methods, variables and C types, but those of Ruby itself. */
    public Redaction hidingNames() {
        return new Redaction(limits, strict, true, keepsPaths, salt);
    }

    /** Returns one that keeps the paths of all files. */
    public Redaction keepingPaths() {
        return new Redaction(limits, strict, hidesNames, true, salt);
    }

    /**
     * Returns one that gives the same pseudonyms every time. Whoever knows the salt can test guesses of what they stand
     * for.
     */
    public Redaction withSalt(String word) {
        return new Redaction(limits, strict, hidesNames, keepsPaths, Optional.of(word));
    }

    /**
     * Writes the redacted dump to a file that only its owner may read, packed by gzip if its name ends in {@code .gz}.
     *
     * @throws IOException                               if the dump cannot be read, is damaged and the redaction
     *                                                   strict, or the file cannot be written; then there is none
     * @throws io.github.memdump.task.CancelledException if the task is cancelled; then there is no file
     */
    public Result write(DumpInput dump, Target target, Task task) throws IOException {
        try (Output file = Output.to(target)) {
            Result result;
            boolean packed = target.endsWith(".gz");
            try (OutputStream out = packed ? new GZIPOutputStream(file.stream(), BUFFER) : file.stream()) {
                result = write(dump, out, task);
            }
            file.commit();
            return result;
        }
    }

    /** Writes the redacted dump to a stream, which stays open. See {@link #write(DumpInput, Path, Task)}. */
    public Result write(DumpInput dump, OutputStream stream, Task task) throws IOException {
        Pseudonyms pseudonyms = salt.isPresent() ? Pseudonyms.of(salt.get()) : Pseudonyms.random();
        RedactedRecords records = new RedactedRecords(stream, new NameRedaction(pseudonyms, hidesNames),
            new PathRedaction(pseudonyms, keepsPaths));
        try {
            DumpReader.Summary summary = new DumpReader(limits, strict).read(dump, records, task);
            records.finish();
            return records.result(summary);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** What was written and what was not. Immutable. */
    public static final class Result {
        private final long records;
        private final long values;
        private final long fields;
        private final long names;
        private final long files;
        private final Issues issues;

        Result(long records, long values, long fields, long names, long files, Issues issues) {
            this.records = records;
            this.values = values;
            this.fields = fields;
            this.names = names;
            this.files = files;
            this.issues = issues;
        }

        /** Returns the number of records written; a root of several lines counts for each. */
        public long records() {
            return records;
        }

        /** Returns how many values of strings, symbols and numbers were left out. */
        public long values() {
            return values;
        }

        /** Returns how many other fields were left out. */
        public long fields() {
            return fields;
        }

        /** Returns how many different names have a pseudonym. */
        public long names() {
            return names;
        }

        /** Returns how many different files have a pseudonym. */
        public long files() {
            return files;
        }

        /** Returns the damage of the dump; what is lost there is not written. */
        public Issues issues() {
            return issues;
        }
    }
}
