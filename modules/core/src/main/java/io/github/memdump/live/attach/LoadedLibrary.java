package io.github.memdump.live.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A library or program in the memory of a process: where its functions are, by the tables with which the dynamic linker
 * finds them. Nothing is read from files, which may have been replaced since, or lie in a container. ELF of 64 bits for
 * x86-64. Source: System V ABI; the hash table as in glibc's {@code dl-lookup.c}.
 */
final class LoadedLibrary {
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int MOST_PROGRAM_HEADERS = 64;
    private static final int MAGIC = 0x464c457f;
    private static final int X86_64 = 62;
    private static final int POSITION_INDEPENDENT = 3;
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int WRITABLE = 2;
    private static final int PAGE = 4096;
    private static final int STRINGS = 5;
    private static final int SYMBOLS = 6;
    private static final int GNU_HASH = 0x6ffffef5;
    private static final int SYMBOL = 24;
    private static final int MOST_ENTRIES = 512;
    private static final int LONGEST_CHAIN = 4096;

    private final ProcessMemory memory;
    private final long bias;
    private final long endOfData;
    private final long strings;
    private final long symbols;
    private final long hash;

    private LoadedLibrary(ProcessMemory memory, long bias, long endOfData, long[] tables) {
        this.memory = memory;
        this.bias = bias;
        this.endOfData = endOfData;
        this.strings = tables[0];
        this.symbols = tables[1];
        this.hash = tables[2];
    }

    /**
     * Returns the one that begins at an address.
     *
     * @throws NotElfException if there is none that this program understands
     */
    static LoadedLibrary at(ProcessMemory memory, long begin) throws IOException {
        ByteBuffer header = memory.read(begin, HEADER);
        int count = Short.toUnsignedInt(header.getShort(56));
        if (header.getInt(0) != MAGIC || header.get(4) != 2 || header.getShort(18) != X86_64
            || count > MOST_PROGRAM_HEADERS || header.getShort(54) != PROGRAM_HEADER) {
            throw new NotElfException();
        }
        ByteBuffer programs = memory.read(begin + header.getLong(32), count * PROGRAM_HEADER);
        List<long[]> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i * PROGRAM_HEADER;
            segments.add(new long[] {programs.getInt(at), programs.getInt(at + 4), programs.getLong(at + 16),
                programs.getLong(at + 40)});
        }
        long lowest = segments.stream().filter(s -> s[0] == LOAD).mapToLong(s -> s[2]).min()
            .orElseThrow(NotElfException::new) & -PAGE;
        long bias = header.getShort(16) == POSITION_INDEPENDENT ? begin - lowest : 0;
        long end = segments.stream().filter(s -> s[0] == LOAD && (s[1] & WRITABLE) != 0).mapToLong(s -> s[2] + s[3])
            .max().orElseThrow(NotElfException::new);
        long dynamic = segments.stream().filter(s -> s[0] == DYNAMIC).mapToLong(s -> s[2]).findFirst()
            .orElseThrow(NotElfException::new);
        return new LoadedLibrary(memory, bias, bias + end, tables(memory, bias, bias + dynamic));
    }

    /** What begins there is not what the dynamic linker loads here. */
    static final class NotElfException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static long[] tables(ProcessMemory memory, long bias, long dynamic) throws IOException {
        long[] tables = new long[3];
        for (int i = 0; i < MOST_ENTRIES; i++) {
            ByteBuffer entry = memory.read(dynamic + i * 16L, 16);
            long tag = entry.getLong(0);
            // The linker has made addresses of them, where it could write.
            long address = entry.getLong(8) < bias ? entry.getLong(8) + bias : entry.getLong(8);
            if (tag == 0) {
                break;
            }
            if (tag == STRINGS) {
                tables[0] = address;
            } else if (tag == SYMBOLS) {
                tables[1] = address;
            } else if (tag == GNU_HASH) {
                tables[2] = address;
            }
        }
        if (tables[0] == 0 || tables[1] == 0 || tables[2] == 0) {
            throw new NotElfException();
        }
        return tables;
    }

    /** Returns the address of the byte behind its data; up to the end of the page nothing uses what follows. */
    long endOfData() {
        return endOfData;
    }

    /** Returns the address of a function or variable that it exports, nothing if it has none of the name. */
    OptionalLong address(String name) throws IOException {
        long buckets = memory.readInt(hash);
        long first = memory.readInt(hash + 4);
        long words = memory.readInt(hash + 8);
        long bucketsAt = hash + 16 + words * Long.BYTES;
        if (buckets == 0) {
            return OptionalLong.empty();
        }
        int code = hashOf(name);
        long index = memory.readInt(bucketsAt + Integer.toUnsignedLong(code) % buckets * Integer.BYTES);
        if (index < first) {
            return OptionalLong.empty();
        }
        long chains = bucketsAt + buckets * Integer.BYTES;
        for (int i = 0; i < LONGEST_CHAIN; i++, index++) {
            int found = (int) memory.readInt(chains + (index - first) * Integer.BYTES);
            if ((found | 1) == (code | 1)) {
                ByteBuffer symbol = memory.read(symbols + index * SYMBOL, SYMBOL);
                // One that is merely named, to be found elsewhere, is in no section.
                if (symbol.getShort(6) != 0 && memory.isText(strings + Integer.toUnsignedLong(symbol.getInt(0)),
                    name)) {
                    return OptionalLong.of(bias + symbol.getLong(8));
                }
            }
            if ((found & 1) != 0) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private static int hashOf(String name) {
        int code = 5381;
        for (int i = 0; i < name.length(); i++) {
            code = code * 33 + name.charAt(i);
        }
        return code;
    }
}
