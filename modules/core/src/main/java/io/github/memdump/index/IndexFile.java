package io.github.memdump.index;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * An index that is open for reading. Arrays are read by several threads, each checked on the way; whoever replaces or
 * removes the file meanwhile does not disturb. Not thread-safe itself.
 */
final class IndexFile implements AutoCloseable {
    private static final int MOST_THREADS = 4;

    private final FileChannel channel;
    private final long engine;
    private final Directory directory;

    private IndexFile(FileChannel channel, long engine, Directory directory) {
        this.channel = channel;
        this.engine = engine;
        this.directory = directory;
    }

    /**
     * Opens an index and reads what it says of itself.
     *
     * @throws UnusableIndexException if it is damaged
     * @throws IOException            if it is not there or cannot be read
     */
    static IndexFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return of(channel);
        } catch (IOException | RuntimeException unusable) {
            channel.close();
            throw unusable;
        }
    }

    private static IndexFile of(FileChannel channel) throws IOException {
        long size = channel.size();
        IndexFormat.require(size > IndexFormat.HEADER_BYTES, "it is cut off");
        byte[] head = read(channel, 0, IndexFormat.HEADER_BYTES);
        IndexFormat.Header header = new IndexFormat.Header(head, size);
        byte[] bytes = read(channel, header.directoryPosition, header.directoryBytes);
        IndexFormat.require(IndexFormat.checksum(bytes, bytes.length) == header.directoryChecksum,
            "its directory is damaged");
        Directory directory = Directory.of(bytes);
        for (Section section : directory.sections) {
            IndexFormat.require(section.isWithin(IndexFormat.HEADER_BYTES, header.directoryPosition),
                "its directory is wrong");
        }
        return new IndexFile(channel, header.engine, directory);
    }

    /** Returns the version of the code that made it. */
    long engine() {
        return engine;
    }

    /** Returns what the index says of itself. */
    Directory directory() {
        return directory;
    }

    /** Returns how many bytes the arrays of some names take. */
    long bytes(Predicate<String> names) {
        return bytes(sections(names));
    }

    private static long bytes(List<Section> sections) {
        long bytes = 0;
        for (Section section : sections) {
            bytes += section.bytes();
        }
        return bytes;
    }

    private List<Section> sections(Predicate<String> names) {
        List<Section> sections = new ArrayList<>();
        for (Section section : directory.sections) {
            if (names.test(section.name)) {
                sections.add(section);
            }
        }
        return sections;
    }

    /**
     * Reads the arrays of some names.
     *
     * @throws UnusableIndexException if one of them is damaged
     * @throws CancelledException     if the task is cancelled, or the thread interrupted
     */
    NamedArrays arrays(Predicate<String> names, Task task) throws IOException {
        List<Section> sections = sections(names);
        return bytes(sections) > IndexFormat.BUFFER_BYTES ? readAtOnce(sections, task) : read(sections, task);
    }

    /** Reads arrays one after the other: to start threads takes longer than to read a few. */
    private NamedArrays read(List<Section> sections, Task task) throws IOException {
        NamedArrays arrays = NamedArrays.empty();
        for (Section section : sections) {
            arrays.put(section.name, read(section, task));
        }
        return arrays;
    }

    private NamedArrays readAtOnce(List<Section> sections, Task task) throws IOException {
        List<Section> largestFirst = new ArrayList<>(sections);
        largestFirst.sort((a, b) -> Long.compare(b.bytes(), a.bytes()));
        ExecutorService readers = Parallel.pool("memdump-index-reader", Math.min(MOST_THREADS, Parallel.threads()));
        try {
            Map<Section, Future<Object>> reading = new HashMap<>();
            for (Section section : largestFirst) {
                reading.put(section, readers.submit(() -> read(section, task)));
            }
            NamedArrays arrays = NamedArrays.empty();
            for (Section section : sections) {
                arrays.put(section.name, await(Objects.requireNonNull(reading.get(section))));
            }
            return arrays;
        } finally {
            readers.shutdownNow();
        }
    }

    private Object read(Section section, Task task) throws IOException {
        Object array = section.newArray();
        int most = IndexFormat.BUFFER_BYTES / section.width;
        ByteBuffer buffer = IndexFormat.buffer((int) Math.min(IndexFormat.BUFFER_BYTES, section.bytes()));
        CRC32C checksum = new CRC32C();
        for (int done = 0; done < section.count;) {
            int now = Math.min(most, section.count - done);
            buffer.clear().limit(now * section.width);
            readFully(channel, section.position + (long) done * section.width, buffer);
            checksum.update(buffer.flip());
            Section.get(array, done, now, buffer.rewind());
            done += now;
            task.done((long) now * section.width);
        }
        IndexFormat.require((int) checksum.getValue() == section.checksum, section.name + " in it is damaged");
        return array;
    }

    private static Object await(Future<Object> array) throws IOException {
        try {
            return array.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof IOException) {
                throw (IOException) cause;
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw (RuntimeException) cause;
        }
    }

    private static byte[] read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        readFully(channel, position, bytes);
        return bytes.array();
    }

    private static void readFully(FileChannel channel, long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            IndexFormat.require(read >= 0, "it has become shorter");
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
