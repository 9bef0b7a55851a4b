package io.github.memdump.live.attach;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The general registers of a thread on x86-64 as Linux lays them out ({@code user_regs_struct}). Immutable. */
final class Registers {
    /** Places in the row. */
    static final int RBP = 4;
    static final int RAX = 10;
    static final int RDX = 12;
    static final int RSI = 13;
    static final int RDI = 14;
    /** The system call that the thread is in, -1 outside of any. */
    static final int CALL = 15;
    static final int RIP = 16;
    static final int CS = 17;
    static final int FLAGS = 18;
    static final int RSP = 19;
    static final int SS = 20;
    /** The code segment of 64-bit programs. */
    static final long CS_64 = 0x33;

    private static final int COUNT = 27;
    private static final int SYSCALL_BYTES = 2;
    private static final long EINTR = -4;
    /** What the kernel leaves in RAX of an interrupted call, and does with it before a handler runs (signal(7)). */
    private static final long RESTART_IF_ASKED = -512;
    private static final long RESTART_ALWAYS = -513;
    private static final long RESTART_NO_HANDLER = -514;
    private static final long RESTART_BLOCK = -516;

    private final long[] values;

    private Registers(long[] values) {
        this.values = values;
    }

    /** Reads them. */
    static Registers of(byte[] bytes) {
        long[] values = new long[COUNT];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return new Registers(values);
    }

    /** Returns one. */
    long get(int place) {
        return values[place];
    }

    /** Returns the same with another value in one place. */
    Registers with(int place, long value) {
        long[] changed = values.clone();
        changed[place] = value;
        return new Registers(changed);
    }

    /** Returns whether the thread is in a system call. */
    boolean isInCall() {
        return values[CALL] >= 0;
    }

    /**
     * Returns the state to come back to after a handler: a system call that was interrupted begins anew, or returns
     * EINTR where the kernel lets it do so for any handler.
     */
    Registers afterHandler() {
        if (!isInCall()) {
            return this;
        }
        long result = values[RAX];
        if (result == RESTART_NO_HANDLER || result == RESTART_BLOCK) {
            return with(RAX, EINTR);
        }
        if (result == RESTART_IF_ASKED || result == RESTART_ALWAYS) {
            return with(RAX, values[CALL]).with(RIP, values[RIP] - SYSCALL_BYTES);
        }
        return this;
    }

    /** Returns them as the kernel wants them. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(COUNT * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }
}
