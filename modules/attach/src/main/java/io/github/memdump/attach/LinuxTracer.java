package io.github.memdump.attach;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.github.memdump.live.attach.Tracer;
import java.io.IOException;
import java.util.OptionalInt;

/** {@code ptrace(2)}, {@code waitpid(2)} and {@code kill(2)} of Linux with 64 bits. Stateless. */
public final class LinuxTracer implements Tracer {
    private static final int DETACH = 17;
    private static final int GET_REGISTERS = 0x4204;
    private static final int SET_REGISTERS = 0x4205;
    private static final int SEIZE = 0x4206;
    private static final int INTERRUPT = 0x4207;
    private static final int GET_SIGNAL_MASK = 0x420a;
    private static final int WITHOUT_WAITING = 1;
    private static final int ANY_THREAD = 0x40000000;
    /** More than any processor of today needs for its vector state. */
    private static final int MOST_BYTES = 1 << 14;

    /** Made by the service loader. */
    public LinuxTracer() {
    }

    /** The C library; loaded with the first call. */
    private static final class Library {
        static {
            Native.register(Library.class, "c");
        }

        private Library() {
        }

        static native long ptrace(long request, long thread, Pointer address, Pointer data);

        static native int waitpid(int thread, IntByReference status, int options);

        static native int kill(int process, int signal);
    }

    private static void ask(String call, int request, long thread, long address, Pointer data)
            throws RefusedException {
        if (Library.ptrace(request, thread, Pointer.createConstant(address), data) == -1) {
            throw refused(call);
        }
    }

    private static RefusedException refused(String call) {
        int number = Native.getLastError();
        return new RefusedException(call, number, number == RefusedException.ESRCH ? "no such process"
            : number == RefusedException.EPERM ? "not permitted" : "error");
    }

    @Override
    public void seize(long thread) throws IOException {
        ask("PTRACE_SEIZE", SEIZE, thread, 0, Pointer.NULL);
    }

    @Override
    public void interrupt(long thread) throws IOException {
        ask("PTRACE_INTERRUPT", INTERRUPT, thread, 0, Pointer.NULL);
    }

    @Override
    public OptionalInt stopped(long thread) throws IOException {
        IntByReference status = new IntByReference();
        int changed = Library.waitpid((int) thread, status, ANY_THREAD | WITHOUT_WAITING);
        if (changed < 0) {
            throw refused("waitpid");
        }
        return changed == 0 ? OptionalInt.empty() : OptionalInt.of(status.getValue());
    }

    /** An address and a length, where the kernel reads or writes registers. */
    private static Memory vector(Memory bytes) {
        Memory vector = new Memory(2L * Long.BYTES);
        vector.setPointer(0, bytes);
        vector.setLong(Long.BYTES, bytes.size());
        return vector;
    }

    @Override
    public byte[] registers(long thread, int kind) throws IOException {
        try (Memory bytes = new Memory(MOST_BYTES); Memory vector = vector(bytes)) {
            ask("PTRACE_GETREGSET", GET_REGISTERS, thread, kind, vector);
            return bytes.getByteArray(0, (int) vector.getLong(Long.BYTES));
        }
    }

    @Override
    public void setRegisters(long thread, byte[] registers) throws IOException {
        try (Memory bytes = new Memory(registers.length)) {
            bytes.write(0, registers, 0, registers.length);
            try (Memory vector = vector(bytes)) {
                ask("PTRACE_SETREGSET", SET_REGISTERS, thread, GENERAL, vector);
            }
        }
    }

    @Override
    public byte[] signalMask(long thread) throws IOException {
        try (Memory mask = new Memory(Long.BYTES)) {
            ask("PTRACE_GETSIGMASK", GET_SIGNAL_MASK, thread, Long.BYTES, mask);
            return mask.getByteArray(0, Long.BYTES);
        }
    }

    @Override
    public void detach(long thread, int signal) throws IOException {
        ask("PTRACE_DETACH", DETACH, thread, 0, Pointer.createConstant(signal));
    }

    @Override
    public void signal(long process, int signal) throws IOException {
        if (Library.kill((int) process, signal) != 0) {
            throw refused("kill");
        }
    }
}
