package io.github.memdump.redact;

import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.RecordBlock;
import io.github.memdump.dump.scan.Addresses;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes each record that is read of a dump without what is secret in it. No byte of the dump is copied unless it is
 * known to be harmless: what makes the heap is written anew out of what was read, so that the heap is the same also
 * where the record is damaged, and of the rest only {@link HarmlessFields}. Not thread-safe.
 */
final class RedactedRecords implements DumpReader.Sink {
    private static final byte[] ROOT = JsonOutput.ascii("{\"type\":\"ROOT\",\"root\":");
    private static final byte[] ADDRESS = JsonOutput.ascii("{\"address\":");
    private static final byte[] TYPE = JsonOutput.ascii(",\"type\":");
    private static final byte[] CLASS = JsonOutput.ascii(",\"class\":");
    private static final byte[] CLASS_NAME = JsonOutput.ascii(",\"class_name\":");
    private static final byte[] NAME = JsonOutput.ascii(",\"name\":");
    private static final byte[] STRUCT = JsonOutput.ascii(",\"struct\":");
    private static final byte[] IMEMO_TYPE = JsonOutput.ascii(",\"imemo_type\":");
    private static final byte[] SINGLETON = JsonOutput.ascii(",\"singleton\":true");
    private static final byte[] REAL_CLASS_NAME = JsonOutput.ascii(",\"real_class_name\":");
    private static final byte[] REFERENCES = JsonOutput.ascii(",\"references\":[");
    private static final byte[] FILE = JsonOutput.ascii(",\"file\":");
    private static final byte[] LINE = JsonOutput.ascii(",\"line\":");
    private static final byte[] METHOD = JsonOutput.ascii(",\"method\":");
    private static final byte[] GENERATION = JsonOutput.ascii(",\"generation\":");
    private static final byte[] MEMSIZE = JsonOutput.ascii(",\"memsize\":");

    private final JsonOutput out;
    private final HarmlessFields harmless;
    private final RedactedTexts types;
    private final RedactedTexts roots;
    private final RedactedTexts imemoTypes;
    private final RedactedTexts classes;
    private final RedactedTexts structs;
    private final RedactedTexts methods;
    private final RedactedTexts files;
    private final RedactedTexts variables;
    private final RedactedTexts threads;
    private final RedactedNames told;
    private final List<RedactedTexts> texts;
    private long records;
    private int singleton;
    private int named;

    RedactedRecords(OutputStream stream, NameRedaction names, PathRedaction paths) {
        this.out = new JsonOutput(stream);
        this.types = new RedactedTexts(names.types());
        this.roots = new RedactedTexts(names.roots());
        this.imemoTypes = new RedactedTexts(names.imemoTypes());
        this.classes = new RedactedTexts(names.classes());
        this.structs = new RedactedTexts(names.structs());
        this.methods = new RedactedTexts(names.methods());
        this.files = new RedactedTexts(paths);
        this.variables = new RedactedTexts(names.variables());
        this.threads = new RedactedTexts(names.threads());
        this.harmless = new HarmlessFields(out, variables);
        this.told = new RedactedNames(out, variables, threads, files);
        this.texts = List.of(types, roots, imemoTypes, classes, structs, methods, files);
    }

    @Override
    public void accept(RecordBlock block, DumpReader.Rejections rejections) {
        for (RedactedTexts kind : texts) {
            kind.begin(block.strings());
        }
        singleton = 0;
        named = 0;
        try {
            for (int record = 0; record < block.size(); record++) {
                write(block, record);
            }
            for (int i = 0; i < block.nameRecords(); i++) {
                Optional<RawRecord> names = block.nameRecord(i);
                if (names.isPresent()) {
                    told.write(names.get());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        records += block.size();
    }

    /** Hands everything to the stream. */
    void finish() throws IOException {
        out.flush();
    }

    /** Returns what was done, of a dump in which this was read. */
    Redaction.Result result(DumpReader.Summary summary) {
        return new Redaction.Result(records, harmless.values(), harmless.dropped(),
            types.replaced() + roots.replaced() + imemoTypes.replaced() + classes.replaced() + structs.replaced()
                + methods.replaced() + variables.replaced() + threads.replaced(), files.replaced(), summary.issues());
    }

    private void write(RecordBlock block, int record) throws IOException {
        if (block.root(record) != RecordBlock.NONE) {
            out.write(ROOT);
            out.write(roots.of(block.root(record)));
        } else {
            out.write(ADDRESS);
            out.address(block.address(record));
            describe(block, record);
        }
        references(block, record);
        int site = block.site(record);
        if (site != RecordBlock.NONE) {
            text(FILE, files, block.file(site));
            if (block.line(site) != 0) {
                number(LINE, block.line(site));
            }
            text(METHOD, methods, block.method(site));
        }
        if (block.generation(record) != RecordBlock.NONE) {
            number(GENERATION, block.generation(record));
        }
        if (block.memsize(record) != 0) {
            number(MEMSIZE, block.memsize(record));
        }
        Optional<RawRecord> raw = block.raw(record);
        if (raw.isPresent()) {
            harmless.write(raw.get());
        }
        out.write('}');
        out.write('\n');
    }

    private void describe(RecordBlock block, int record) throws IOException {
        text(TYPE, types, block.type(record));
        if (block.classAddress(record) != Addresses.NONE) {
            out.write(CLASS);
            out.address(block.classAddress(record));
        }
        while (named < block.classNameCount() && block.classNamed(named) < record) {
            named++;
        }
        if (named < block.classNameCount() && block.classNamed(named) == record) {
            text(CLASS_NAME, classes, block.className(named));
        }
        if (block.name(record) != RecordBlock.NONE) {
            String type = block.type(record) == RecordBlock.NONE ? "" : block.strings().get(block.type(record));
            boolean isStruct = type.equals("DATA");
            boolean isImemo = type.equals("IMEMO");
            text(isStruct ? STRUCT : isImemo ? IMEMO_TYPE : NAME, isStruct ? structs : isImemo ? imemoTypes : classes,
                block.name(record));
        }
        while (singleton < block.singletonCount() && block.singleton(singleton) < record) {
            singleton++;
        }
        if (singleton < block.singletonCount() && block.singleton(singleton) == record) {
            out.write(SINGLETON);
            text(REAL_CLASS_NAME, classes, block.singletonOf(singleton));
        }
    }

    private void references(RecordBlock block, int record) throws IOException {
        int from = block.referencesFrom(record);
        int to = block.referencesTo(record);
        if (from == to) {
            return;
        }
        out.write(REFERENCES);
        for (int i = from; i < to; i++) {
            if (i > from) {
                out.write(',');
            }
            out.address(block.reference(i));
        }
        out.write(']');
    }

    private void text(byte[] key, RedactedTexts kind, int number) throws IOException {
        if (number != RecordBlock.NONE) {
            out.write(key);
            out.write(kind.of(number));
        }
    }

    private void number(byte[] key, long number) throws IOException {
        out.write(key);
        out.number(number);
    }
}
