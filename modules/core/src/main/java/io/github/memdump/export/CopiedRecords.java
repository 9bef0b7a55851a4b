package io.github.memdump.export;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.RecordBlock;
import io.github.memdump.dump.RecordSource;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records as they stand in the dump that a heap was loaded from, field for field, with the references of the subset.
 * A record that is damaged there, and one that stands for a group, is made of what the heap holds. 8 bytes per record.
 */
final class CopiedRecords {
    private static final byte[] ROOT = RawRecord.key("root");
    private static final byte[] TYPE = RawRecord.key("type");
    private static final byte[] CLASS = RawRecord.key("class");
    private static final byte[] CLASS_NAME = RawRecord.key("class_name");
    private static final byte[] CLASS_ADDRESS = RawRecord.key("class_address");
    private static final byte[] REFERENCES = RawRecord.key("references");
    private static final byte[] VALUE = RawRecord.key("value");

    private final HeapSubset subset;
    private final Heap heap;
    private final Graph references;
    private final boolean values;
    private final ClassForm form;
    private final OutputStream out;
    private final HeldRecords held;
    private boolean[] written = new boolean[64];
    private String dump = "";
    private boolean first;

    CopiedRecords(HeapSubset subset, boolean values, ClassForm form, OutputStream out) throws IOException {
        this.subset = subset;
        this.heap = subset.heap();
        this.references = subset.references();
        this.values = values;
        this.form = form;
        this.out = out;
        this.held = new HeldRecords(subset, form, out);
    }

    /** Writes all records of the subset in the order of the dump. */
    void copy(DumpInput source, DumpLimits limits, Task task) throws IOException {
        long[] offsets = new long[subset.size()];
        int count = 0;
        for (int object = subset.objects().nextMember(0); object >= 0;
            object = subset.objects().nextMember(object + 1)) {
            offsets[count++] = heap.recordOffset(object);
        }
        Arrays.sort(offsets);
        dump = source.name();
        RecordSource.visitInOrder(source, offsets, limits, (rank, record) -> write(record, offsets[rank]), task);
    }

    private void write(RawRecord record, long offset) {
        try {
            int object = record.isWhole() ? object(record.address(), record.text(ROOT)) : Heap.NO_OBJECT;
            if (isOf(object, offset) && subset.groupOf(object).isEmpty()) {
                copy(object, record);
                return;
            }
            object = ofHeap(record.asRead(), offset);
            if (object == Heap.NO_OBJECT) {
                throw new DumpException(dump + " has changed since it was read. Do it again when nothing writes to"
                    + " it.");
            }
            held.write(object);
            held.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the object of the heap that was read of the record at an offset. */
    private int ofHeap(RecordBlock records, long offset) {
        for (int i = 0; i < records.size(); i++) {
            String root = records.root(i) == RecordBlock.NONE ? "" : records.strings().get(records.root(i));
            int object = object(records.address(i), root);
            if (isOf(object, offset)) {
                return object;
            }
        }
        return Heap.NO_OBJECT;
    }

    private boolean isOf(int object, long offset) {
        return object != Heap.NO_OBJECT && subset.contains(object) && heap.recordOffset(object) == offset;
    }

    private int object(long address, String root) {
        return address == Addresses.NONE ? heap.rootNamed(root) : heap.at(address);
    }

    private void copy(int object, RawRecord record) throws IOException {
        first = true;
        boolean referencesWritten = false;
        boolean isShown = values || record.text(TYPE).equals("FLOAT");
        out.write('{');
        for (int field = 0; field < record.size(); field++) {
            if (record.isRepeated(field)) {
                continue;
            }
            boolean isClass = record.isKey(field, CLASS);
            if (record.isKey(field, REFERENCES)) {
                writeReferences(object, record.addresses(REFERENCES));
                referencesWritten = true;
            } else if ((isClass || record.isKey(field, CLASS_NAME) || record.isKey(field, CLASS_ADDRESS))
                && hasClass(object)) {
                writeClass(isClass, object);
            } else if (!record.isKey(field, VALUE) || isShown) {
                // Texts may be secret; what a FLOAT prints is a number.
                separate();
                int from = record.keyFrom(field) - 1;
                out.write(record.array(), from, record.valueTo(field) - from);
            }
        }
        if (!referencesWritten) {
            writeReferences(object, new long[0]);
        }
        out.write('}');
        out.write('\n');
    }

    private boolean hasClass(int object) {
        return heap.classes().address(heap.recordedClass(object)) != Addresses.NONE;
    }

    /** Writes all that there is to say of the class where the record has the address of it. */
    private void writeClass(boolean isClass, int object) throws IOException {
        if (!isClass) {
            return;
        }
        int classNumber = heap.recordedClass(object);
        String address = Addresses.format(heap.classes().address(classNumber));
        String name = heap.classes().name(classNumber);
        separate();
        if (form == ClassForm.NAME) {
            ascii("\"class\":" + quoted(name) + ", \"class_address\":\"" + address + '"');
        } else {
            int of = heap.classes().object(classNumber);
            boolean isTold = of != Heap.NO_OBJECT && subset.contains(of) && heap.name(of).equals(name);
            ascii("\"class\":\"" + address + '"' + (isTold ? "" : ", \"class_name\":" + quoted(name)));
        }
    }

    /** Writes the references of the subset, those that the record has in its order, and then those made since. */
    private void writeReferences(int object, long[] original) throws IOException {
        int from = references.from(object);
        int degree = references.outDegree(object);
        if (degree == 0) {
            return;
        }
        written = degree > written.length ? new boolean[degree] : written;
        Arrays.fill(written, 0, degree, false);
        separate();
        ascii("\"references\":[");
        String separator = "\"";
        for (long target : original) {
            int place = place(object, heap.at(target));
            if (place >= 0 && !written[place - from]) {
                written[place - from] = true;
                ascii(separator + Addresses.format(target) + '"');
                separator = ", \"";
            }
        }
        for (int i = 0; i < degree; i++) {
            if (!written[i]) {
                ascii(separator + Addresses.format(heap.address(references.target(from + i))) + '"');
                separator = ", \"";
            }
        }
        out.write(']');
    }

    /** Returns the position of a reference in the graph, negative if there is none. */
    private int place(int object, int target) {
        int low = references.from(object);
        int high = references.to(object) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = references.target(middle);
            if (there == target) {
                return middle;
            }
            low = there < target ? middle + 1 : low;
            high = there < target ? high : middle - 1;
        }
        return -1;
    }

    private void separate() throws IOException {
        if (!first) {
            out.write(',');
            out.write(' ');
        }
        first = false;
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns a text in quotes, all of it ASCII, so that half a surrogate pair is written as it was read. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
