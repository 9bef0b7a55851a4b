package io.github.memdump.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The layout of an index: a header, the arrays one behind the other, the {@link Directory}; all numbers of header and
 * arrays with the low byte first. Each byte of the file is covered by a checksum: header and directory have theirs in
 * the header, each array in the directory.
 */
final class IndexFormat {
    static final int HEADER_BYTES = 48;
    /** Counts up with each change of this layout; changes of what is in the arrays show in {@link EngineVersion}. */
    static final int VERSION = 1;
    static final int BUFFER_BYTES = 1 << 20;

    private static final long MAGIC = 0x00_78_64_6E_69_6D_65_6DL;

    private IndexFormat() {
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the header of an index. */
    static ByteBuffer header(long engine, long fileBytes, byte[] directory) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putInt(checksum(directory, directory.length)).putLong(engine)
            .putLong(fileBytes).putLong(fileBytes - directory.length).putInt(0);
        return header.putInt(checksum(header.array(), header.position())).flip();
    }

    /** A header that was read and found whole. */
    static final class Header {
        final long directoryPosition;
        final int directoryBytes;
        final int directoryChecksum;
        final long engine;

        /** Reads the header of a file so long. */
        Header(byte[] bytes, long fileBytes) throws UnusableIndexException {
            ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            require(header.getLong() == MAGIC && bytes.length == HEADER_BYTES, "it is no index");
            require(header.getInt() == VERSION, "it has another format");
            directoryChecksum = header.getInt();
            engine = header.getLong();
            boolean whole = header.getLong() == fileBytes;
            directoryPosition = header.getLong();
            header.getInt();
            require(header.getInt() == checksum(bytes, HEADER_BYTES - Integer.BYTES), "its header is damaged");
            require(whole, "it is cut off");
            long length = fileBytes - directoryPosition;
            require(directoryPosition >= HEADER_BYTES && length > 0 && length < Integer.MAX_VALUE / 2,
                "its header is wrong");
            directoryBytes = (int) length;
        }
    }

    static void require(boolean condition, String otherwise) throws UnusableIndexException {
        if (!condition) {
            throw new UnusableIndexException(otherwise);
        }
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
