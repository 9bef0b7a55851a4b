package io.github.memdump.live.attach;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What the kernel puts on the stack before a signal handler runs, so that the handler's return restores the thread:
 * general registers, vector state, signal mask. Here it lies below the red zone of whatever the thread was doing.
 * Immutable. Source: Linux, {@code arch/x86/kernel/signal_64.c} and {@code fpu/signal.c}.
 */
final class SignalFrame {
    private static final int RED_ZONE = 128;
    private static final int ALIGNMENT = 64;
    private static final int SOFTWARE_BYTES = 464;
    private static final int FEATURES_IN_USE = 512;
    private static final int MAGIC_1 = 0x46505853;
    private static final int MAGIC_2 = 0x46505845;
    /** Tiles of AMX: their state is large, and a thread that uses none can be restored without. */
    private static final long TILES = 3L << 17;
    private static final long TILE_DATA = 1L << 18;
    private static final int SIZE_WITHOUT_TILES = 2752;
    /** Vector state is there, and the stack segment is to be restored strictly. */
    private static final long UC_FLAGS = 7;
    /** No such flag: the kernel then leaves the thread's alternative stack as it is. */
    private static final int KEEP_ALTERNATIVE_STACK = 0x7ff0;
    private static final int BYTES = 8 + 40 + 256 + 8 + 128;
    private static final int[] ORDER = {9, 8, 7, 6, 3, 2, 1, 0, Registers.RDI, Registers.RSI, Registers.RBP, 5,
        Registers.RDX, Registers.RAX, 11, Registers.RSP, Registers.RIP, Registers.FLAGS};

    private final long vectorAt;
    private final byte[] vector;
    private final long frameAt;
    private final byte[] frame;

    private SignalFrame(long vectorAt, byte[] vector, long frameAt, byte[] frame) {
        this.vectorAt = vectorAt;
        this.vector = vector;
        this.frameAt = frameAt;
        this.frame = frame;
    }

    /** Returns whether a vector state has tiles in use, for which there is no room in a frame. */
    static boolean hasTiles(byte[] extended) {
        return (little(extended).getLong(FEATURES_IN_USE) & TILE_DATA) != 0;
    }

    /**
     * Makes the frame from which a thread comes back.
     *
     * @param back     its general registers then
     * @param extended its vector state as ptrace tells it
     * @param mask     its blocked signals
     * @param restorer the address of code that calls {@code rt_sigreturn}
     */
    static SignalFrame of(Registers back, byte[] extended, byte[] mask, long restorer) {
        long known = little(extended).getLong(SOFTWARE_BYTES);
        int size = (known & TILES) != 0 ? Math.min(extended.length, SIZE_WITHOUT_TILES) : extended.length;
        byte[] state = Arrays.copyOf(extended, size + Integer.BYTES);
        ByteBuffer vector = little(state);
        vector.putInt(SOFTWARE_BYTES, MAGIC_1).putInt(SOFTWARE_BYTES + 4, size + Integer.BYTES)
            .putLong(SOFTWARE_BYTES + 8, known & ~TILES).putInt(SOFTWARE_BYTES + 16, size);
        Arrays.fill(state, SOFTWARE_BYTES + 20, FEATURES_IN_USE, (byte) 0);
        vector.putInt(size, MAGIC_2);
        long top = back.get(Registers.RSP) - RED_ZONE;
        long vectorAt = (top - state.length - ALIGNMENT) & -ALIGNMENT;
        // A function expects its return address 8 bytes below a multiple of 16.
        long frameAt = ((vectorAt - BYTES - ALIGNMENT) & -16) - Long.BYTES;
        return new SignalFrame(vectorAt, state, frameAt, frame(back, vectorAt, mask, restorer));
    }

    private static byte[] frame(Registers back, long vectorAt, byte[] mask, long restorer) {
        byte[] bytes = new byte[BYTES];
        ByteBuffer frame = little(bytes);
        frame.putLong(restorer);
        frame.putLong(UC_FLAGS).putLong(0).putLong(0).putInt(KEEP_ALTERNATIVE_STACK).putInt(0).putLong(0);
        for (int place : ORDER) {
            frame.putLong(back.get(place));
        }
        frame.putShort((short) back.get(Registers.CS)).putShort((short) 0).putShort((short) 0)
            .putShort((short) back.get(Registers.SS));
        frame.putLong(0).putLong(0).putLong(0).putLong(0).putLong(vectorAt);
        frame.position(frame.position() + 64);
        frame.put(mask);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the lowest address that it takes, which is the stack pointer with which a function begins. */
    long begin() {
        return frameAt;
    }

    /** Returns what goes there. */
    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(frame, (int) (vectorAt - frameAt) + vector.length);
        System.arraycopy(vector, 0, bytes, (int) (vectorAt - frameAt), vector.length);
        return bytes;
    }
}
