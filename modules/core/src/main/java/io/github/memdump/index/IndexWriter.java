package io.github.memdump.index;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes an index, which is in its place in full or not at all. One pass, 1 MiB of memory. */
final class IndexWriter {
    private final FileChannel channel;
    private final ByteBuffer buffer = IndexFormat.buffer(IndexFormat.BUFFER_BYTES);
    private final List<Section> sections = new ArrayList<>();
    private long position;

    private IndexWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Writes the index of the dump that a directory without sections tells of. */
    static void write(Path target, Directory dump, long engine, NamedArrays arrays) throws IOException {
        try (Output file = Output.to(Target.of(target, Inputs.none()))) {
            new IndexWriter(file.channel()).write(dump, engine, arrays);
            file.commit();
        }
    }

    /** Returns how many bytes the index will have. */
    static long bytes(Directory dump, NamedArrays arrays) throws IOException {
        long bytes = IndexFormat.HEADER_BYTES;
        List<Section> unchecked = new ArrayList<>();
        for (Map.Entry<String, Object> array : arrays.all().entrySet()) {
            Section section = new Section(array.getKey(), Section.width(array.getValue()),
                Array.getLength(array.getValue()), bytes, 0);
            unchecked.add(section);
            bytes += section.bytes();
        }
        return bytes + dump.with(unchecked).toBytes().length;
    }

    private void write(Directory dump, long engine, NamedArrays arrays) throws IOException {
        // The header comes last, so that a file without it is no index.
        position = IndexFormat.HEADER_BYTES;
        for (Map.Entry<String, Object> array : arrays.all().entrySet()) {
            write(array.getKey(), array.getValue());
        }
        byte[] directory = dump.with(sections).toBytes();
        writeFully(ByteBuffer.wrap(directory));
        ByteBuffer header = IndexFormat.header(engine, position, directory);
        position = 0;
        writeFully(header);
    }

    private void write(String name, Object array) throws IOException {
        long begin = position;
        int count = Array.getLength(array);
        int width = Section.width(array);
        int most = IndexFormat.BUFFER_BYTES / width;
        CRC32C checksum = new CRC32C();
        for (int done = 0; done < count;) {
            int now = Math.min(most, count - done);
            buffer.clear();
            Section.put(array, done, now, buffer);
            checksum.update(buffer.flip());
            writeFully(buffer.rewind());
            done += now;
        }
        sections.add(new Section(name, width, count, begin, (int) checksum.getValue()));
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }
}
