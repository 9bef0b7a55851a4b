package io.github.memdump.live.attach;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The memory of another process by address, little-endian. Not thread-safe. */
final class ProcessMemory implements AutoCloseable {
    private static final int LONGEST_NAME = 256;

    private final FileChannel channel;

    private ProcessMemory(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens it for reading and writing; permission is that of tracing. */
    static ProcessMemory of(long pid) throws IOException {
        return new ProcessMemory(FileChannel.open(Path.of("/proc/" + pid + "/mem"), StandardOpenOption.READ,
            StandardOpenOption.WRITE));
    }

    /** Returns bytes. */
    ByteBuffer read(long address, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, address + bytes.position()) < 0) {
                throw new EOFException("nothing at " + Long.toHexString(address));
            }
        }
        return bytes.flip();
    }

    /** Returns a number of 4 bytes, without a sign. */
    long readInt(long address) throws IOException {
        return Integer.toUnsignedLong(read(address, Integer.BYTES).getInt());
    }

    /** Returns whether a text that ends with a zero stands there. */
    boolean isText(long address, String text) throws IOException {
        byte[] expected = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return expected.length <= LONGEST_NAME
            && read(address, expected.length).equals(ByteBuffer.wrap(expected));
    }

    /** Writes bytes. */
    void write(long address, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left, address + left.position());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
