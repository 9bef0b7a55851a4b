package io.github.memdump.live.attach;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * What the kernel offers to stop a thread and to change its registers: {@code ptrace(2)}. All calls about one process
 * must come from one thread of this program. A process that is stopped goes on by itself when this program ends.
 */
public interface Tracer {
    /** The general registers in {@link #registers}. */
    int GENERAL = 1;
    /** The vector and floating point state in {@link #registers}. */
    int EXTENDED = 0x202;

    /** The kernel refused. */
    final class RefusedException extends IOException {
        /** Not permitted. */
        public static final int EPERM = 1;
        /** There is no such process. */
        public static final int ESRCH = 3;

        private static final long serialVersionUID = 1L;

        private final int number;

        /** Makes the exception with the number of the error. */
        public RefusedException(String call, int number, String words) {
            super(call + ": " + words + " (" + number + ")");
            this.number = number;
        }

        /** Returns the number of the error. */
        public int number() {
            return number;
        }
    }

    /** Becomes the tracer of a thread, which goes on running. */
    void seize(long thread) throws IOException;

    /** Asks a thread to stop; {@link #stopped} says when it has. */
    void interrupt(long thread) throws IOException;

    /** Returns the wait status of a thread that has stopped or ended, nothing if it still runs. Does not wait. */
    OptionalInt stopped(long thread) throws IOException;

    /** Returns registers of a stopped thread as the kernel lays them out. */
    byte[] registers(long thread, int kind) throws IOException;

    /** Changes the general registers of a stopped thread, all at once. */
    void setRegisters(long thread, byte[] registers) throws IOException;

    /** Returns the mask of blocked signals of a stopped thread, 8 bytes. */
    byte[] signalMask(long thread) throws IOException;

    /** Lets a stopped thread go on and is its tracer no more; a signal other than 0 is passed on. */
    void detach(long thread, int signal) throws IOException;

    /** Sends a signal to a process. */
    void signal(long process, int signal) throws IOException;
}
