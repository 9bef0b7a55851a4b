package io.github.memdump.value;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.RecordSource;
import io.github.memdump.dump.scan.TextBytes;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.util.function.Consumer;

/**
 * The values of objects and their records, read from the dump when they are asked for. Each call reads the file anew:
 * for a few objects of a plain file a few blocks of it, else all of it up to the last object. Immutable, thread-safe.
 *
 * <p>Calls throw {@link DumpException} where the dump did not come from a file, where the file is gone or has changed
 * since, or is another one; {@link io.github.memdump.task.CancelledException} where the task is cancelled.
 */
public final class Values {
    /** How many characters of a value are read unless told otherwise. */
    public static final int USUAL_CHARACTERS = 200;
    /** A letter has at most so many bytes in UTF-8. */
    private static final int BYTES_PER_CHARACTER = 4;

    private static final byte[] VALUE = RawRecord.key("value");
    private static final byte[] BYTESIZE = RawRecord.key("bytesize");
    private static final byte[] SHARED = RawRecord.key("shared");

    private final Heap heap;
    private final RecordSource source;
    private final int characters;

    private Values(Heap heap, RecordSource source, int characters) {
        this.heap = heap;
        this.source = source;
        this.characters = characters;
    }

    /** Returns the values of a heap, to be read from the file that it was loaded from. */
    public static Values of(Heap heap) throws DumpException {
        return of(heap, RecordSource.of(heap.facts().source()));
    }

    /** Returns the values of a heap, to be read from a file with the same content as what it was loaded from. */
    public static Values of(Heap heap, DumpInput copy) throws DumpException {
        return of(heap, RecordSource.of(copy));
    }

    static Values of(Heap heap, RecordSource source) {
        return new Values(heap, source, USUAL_CHARACTERS);
    }

    /** Returns the same with values cut to another length, at least one character. */
    public Values withCharacters(int most) {
        return new Values(heap, source, Math.max(1, most));
    }

    /** Returns the heap. */
    public Heap heap() {
        return heap;
    }

    /** Returns where the records are read from. */
    public RecordSource source() {
        return source;
    }

    /** Returns the value of an object. */
    public Value of(int object, Task task) throws DumpException {
        return of(new int[] {object}, task)[0];
    }

    /** Returns the values of some objects, in the order and number of these. */
    public Value[] of(int[] objects, Task task) throws DumpException {
        Value[] values = new Value[objects.length];
        visit(objects, (place, record) -> values[place] = read(heap, objects[place], record, characters), task);
        return values;
    }

    /** Returns the value of an object whose record is at hand. */
    public Value in(RawRecord record, int object) {
        return read(heap, object, record, characters);
    }

    /**
     * Visits the record of an object, of a ROOT object the first line. It holds all bytes of the record, which may be
     * hundreds of megabytes: {@link RawRecord#cut} keeps what can be shown.
     */
    public void visit(int object, Consumer<RawRecord> visitor, Task task) throws DumpException {
        visit(new int[] {object}, (place, record) -> visitor.accept(record), task);
    }

    /**
     * Visits the records of some objects, by several threads in no order, each with its place among the objects.
     *
     * @throws DumpException if not every one of them has been visited, for which see the class
     */
    public void visit(int[] objects, RecordSource.Visitor visitor, Task task) throws DumpException {
        JointVisit visit = jointly();
        visit.add(objects, visitor);
        visit.run(task);
    }

    /** Returns a visit to which several readings of this dump can be added, done in one pass. */
    public JointVisit jointly() {
        return new JointVisit(this);
    }

    private static Value read(Heap heap, int object, RawRecord record, int characters) {
        TextBytes text = new TextBytes((int) Math.min(Integer.MAX_VALUE - 16,
            (long) characters * BYTES_PER_CHARACTER));
        long length = record.number(BYTESIZE, -1);
        if (record.text(VALUE, text)) {
            return Value.of(text, characters);
        }
        if (record.has(VALUE)) {
            return Value.UNREADABLE;
        }
        if (heap.type(object) != RecordTypes.STRING && length < 0) {
            return Value.NONE;
        }
        if (record.isTrue(SHARED)) {
            return Value.SHARED;
        }
        if (length == 0) {
            text.clear();
            return Value.of(text, characters);
        }
        return record.isWhole() ? Value.omitted(length) : Value.UNREADABLE;
    }
}
