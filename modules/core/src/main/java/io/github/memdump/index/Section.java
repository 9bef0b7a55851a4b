package io.github.memdump.index;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where one array lies in an index, and the checksum of its bytes. Immutable. */
final class Section {
    final String name;
    /** Bytes per element: 1, 2, 4 or 8, for bytes, shorts, ints and longs. */
    final int width;
    final int count;
    final long position;
    final int checksum;

    Section(String name, int width, int count, long position, int checksum) {
        this.name = name;
        this.width = width;
        this.count = count;
        this.position = position;
        this.checksum = checksum;
    }

    static Section from(DataInput in) throws IOException {
        return new Section(in.readUTF(), in.readByte(), in.readInt(), in.readLong(), in.readInt());
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeUTF(name);
        out.writeByte(width);
        out.writeInt(count);
        out.writeLong(position);
        out.writeInt(checksum);
    }

    long bytes() {
        return (long) width * count;
    }

    /** Returns whether this is an array that can be, in the stretch of the file that the arrays are in. */
    boolean isWithin(long from, long to) {
        boolean known = width == 1 || width == 2 || width == 4 || width == 8;
        return known && count >= 0 && position >= from && position <= to - bytes();
    }

    /** Returns an array for the elements. */
    Object newArray() {
        switch (width) {
            case 1:
                return new byte[count];
            case 2:
                return new short[count];
            case 4:
                return new int[count];
            default:
                return new long[count];
        }
    }

    static int width(Object array) {
        return array instanceof byte[] ? 1 : array instanceof short[] ? 2 : array instanceof int[] ? 4 : 8;
    }

    /** Puts elements of an array into a buffer, from its position on. */
    static void put(Object array, int from, int count, ByteBuffer buffer) {
        if (array instanceof byte[]) {
            buffer.put((byte[]) array, from, count);
            return;
        }
        if (array instanceof short[]) {
            buffer.asShortBuffer().put((short[]) array, from, count);
        } else if (array instanceof int[]) {
            buffer.asIntBuffer().put((int[]) array, from, count);
        } else {
            buffer.asLongBuffer().put((long[]) array, from, count);
        }
        buffer.position(buffer.position() + count * width(array));
    }

    /** Gets elements of an array out of a buffer, from its position on. */
    static void get(Object array, int from, int count, ByteBuffer buffer) {
        if (array instanceof byte[]) {
            buffer.get((byte[]) array, from, count);
        } else if (array instanceof short[]) {
            buffer.asShortBuffer().get((short[]) array, from, count);
        } else if (array instanceof int[]) {
            buffer.asIntBuffer().get((int[]) array, from, count);
        } else {
            buffer.asLongBuffer().get((long[]) array, from, count);
        }
    }
}
