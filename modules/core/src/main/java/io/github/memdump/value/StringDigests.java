package io.github.memdump.value;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.scan.TextBytes;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tells strings apart, for all STRING objects of a heap and without keeping one of them: length, encoding and a
 * hash of 128 bits, keyed by the dump. Strings are numbered {@code 0 … size()-1}, by ascending object. One pass over
 * the dump, on all cores; 26 bytes a string, 8 more on the way. Immutable, thread-safe.
 */
public final class StringDigests {
    /** What stands for the encoding of strings that have none: a sequence of bytes. */
    public static final String BINARY = "ASCII-8BIT";

    private static final byte[] VALUE = RawRecord.key("value");
    private static final byte[] BYTESIZE = RawRecord.key("bytesize");
    private static final byte[] SHARED = RawRecord.key("shared");
    private static final byte[] ENCODING = RawRecord.key("encoding");
    /** Sampled for the key of the hash. */
    private static final int ADDRESSES = 256;

    private final int[] objects;
    private final byte[] kinds;
    private final byte[] encodings;
    private final int[] lengths;
    private final long[] lows;
    private final long[] highs;
    private final String[] encodingNames;

    private StringDigests(int[] objects, String[] encodingNames) {
        this.objects = objects;
        this.encodingNames = encodingNames;
        this.kinds = new byte[objects.length];
        this.encodings = new byte[objects.length];
        this.lengths = new int[objects.length];
        this.lows = new long[objects.length];
        this.highs = new long[objects.length];
    }

    /** What can be said of a string. */
    public enum Kind {
        /** Its value is known and has a hash. */
        KNOWN,
        /** It uses the buffer of another; neither its value nor its length is known. */
        SHARED,
        /** Ruby has left its value out, because it is binary, not valid or not ASCII. */
        OMITTED,
        /** What stands in the dump is shorter or longer than the string was. */
        INCOMPLETE,
        /** Its record is damaged. */
        UNREADABLE;

        private static final List<Kind> ALL = List.of(values());
    }

    /**
     * Reads all strings of a heap.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static StringDigests of(Values values, Task task) throws DumpException {
        Heap heap = values.heap();
        int[] strings = strings(heap);
        StringDigests digests = new StringDigests(strings, new String[1 << Byte.SIZE]);
        Reading reading = new Reading(digests, heap);
        values.visit(strings, reading::read, task);
        return digests;
    }

    private static int[] strings(Heap heap) {
        int[] strings = new int[heap.objectCount()];
        int count = 0;
        for (int object = 0; object < strings.length; object++) {
            if (heap.type(object) == RecordTypes.STRING) {
                strings[count++] = object;
            }
        }
        return Arrays.copyOf(strings, count);
    }

    /** Returns the number of strings. */
    public int size() {
        return objects.length;
    }

    /** Returns the object that is a string. */
    public int object(int string) {
        return objects[string];
    }

    /** Returns what can be said of a string. */
    public Kind kind(int string) {
        return Kind.ALL.get(kinds[string]);
    }

    /** Returns the length of a known string in bytes. */
    public int length(int string) {
        return lengths[string];
    }

    /** Returns the encoding of a known string. */
    public String encoding(int string) {
        return encodingNames[encodings[string] & 0xFF];
    }

    /** Returns the lower half of a known string's hash. */
    public long low(int string) {
        return lows[string];
    }

    /**
     * Returns whether two known strings are the same, in bytes and encoding. That different ones are taken for the same
     * has, for n strings of one heap, a probability of n² / 2^129: below 10^-24 for ten million.
     */
    public boolean isSame(int one, int other) {
        return lows[one] == lows[other] && highs[one] == highs[other] && lengths[one] == lengths[other]
            && encodings[one] == encodings[other];
    }

    /** The way from records to digests; several threads are on it. */
    private static final class Reading {
        private final StringDigests digests;
        private final long[] key;
        private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
        private final ThreadLocal<TextBytes> texts = ThreadLocal.withInitial(() -> new TextBytes(Integer.MAX_VALUE));

        Reading(StringDigests digests, Heap heap) {
            this.digests = digests;
            this.key = key(heap);
        }

        void read(int string, RawRecord record) {
            Kind kind = Kind.UNREADABLE;
            long bytesize = record.number(BYTESIZE, -1);
            TextBytes text = texts.get();
            if (record.text(VALUE, text)) {
                kind = bytesize >= 0 && bytesize != text.total() ? Kind.INCOMPLETE : Kind.KNOWN;
            } else if (record.isTrue(SHARED)) {
                kind = Kind.SHARED;
            } else if (bytesize == 0) {
                text.clear();
                kind = Kind.KNOWN;
            } else if (record.isWhole() && !record.has(VALUE)) {
                kind = Kind.OMITTED;
            }
            digests.kinds[string] = (byte) Kind.ALL.indexOf(kind);
            if (kind == Kind.KNOWN) {
                KeyedHash hash = new KeyedHash(key[0], key[1]);
                hash.hash(text.array(), text.length());
                digests.lengths[string] = text.length();
                digests.lows[string] = hash.low();
                digests.highs[string] = hash.high();
                digests.encodings[string] = encoding(record, text);
            }
        }

        private byte encoding(RawRecord record, TextBytes text) {
            String name = record.text(ENCODING, text)
                ? new String(text.array(), 0, text.length(), StandardCharsets.UTF_8) : BINARY;
            Integer number = numbers.get(name);
            return number == null ? newEncoding(name) : number.byteValue();
        }

        private synchronized byte newEncoding(String name) {
            Integer known = numbers.get(name);
            if (known != null) {
                return known.byteValue();
            }
            // Ruby knows about a hundred; should a file have more, the last number stands for all the others.
            int number = Math.min(numbers.size(), digests.encodingNames.length - 1);
            digests.encodingNames[number] = name;
            numbers.put(name, number);
            return (byte) number;
        }

        /** Returns a key that is the same for the same dump, and that nobody guesses who does not have the dump. */
        private static long[] key(Heap heap) {
            ByteBuffer facts = ByteBuffer.allocate((ADDRESSES + 4) * Long.BYTES);
            facts.putLong(heap.facts().bytes()).putLong(heap.facts().lines()).putLong(heap.facts().references())
                .putLong(heap.facts().memsize());
            for (int i = 0; i < ADDRESSES; i++) {
                facts.putLong(heap.address((int) ((long) heap.objectCount() * i / ADDRESSES)));
            }
            try {
                ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(facts.array()));
                return new long[] {digest.getLong(), digest.getLong()};
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }
}
