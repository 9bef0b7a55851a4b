package io.github.memdump.live.attach;

import io.github.memdump.task.CancelledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Ruby process evaluate one line at its next safe point. Its main thread is stopped for a moment, and its
 * registers are changed once, onto a {@link SignalFrame}: as if a signal handler had been called that registers a
 * postponed job. Before that change nothing has happened to it, after it the thread finishes and restores itself,
 * whether this program lives or not. Nothing is written into code. Not thread-safe.
 */
public final class Attachment implements AutoCloseable {
    /** What every line must begin with, by which one is known that was left by a memdump which was killed. */
    public static final String BEGINNING = "::Thread.new{|;f,s|begin;f=::File.open('";

    private static final int STOP_SECONDS = 3;
    private static final int ATTEMPTS = 10;
    private static final long POLL_NANOS = 100_000;
    private static final int STOP_EVENT = 128;
    private static final int SIGTRAP = 5;
    private static final int SIGCHLD = 17;
    private static final int REGISTER_BYTES = 216;
    private static final int VECTOR_BYTES = 2696;
    private static final long NOBODY = Integer.MAX_VALUE;
    private static final long STACK_ROOM = 32 << 10;
    /** Trap flag and direction flag. */
    private static final long NOT_IN_FUNCTIONS = 0x500;

    private final long pid;
    private final Tracer tracer;
    private final ProcessMemory memory;
    private final MemoryMap map;
    private final RubyEntry entry;
    private final byte[] text;
    /** Whether it is decided that the registers are changed, or that they are not. */
    private final AtomicBoolean decided = new AtomicBoolean();
    private Duration stopped = Duration.ZERO;

    private Attachment(long pid, Tracer tracer, ProcessMemory memory, String line) throws IOException {
        this.pid = pid;
        this.tracer = tracer;
        this.memory = memory;
        this.map = MemoryMap.of(pid);
        this.text = (line + "\0").getBytes(StandardCharsets.UTF_8);
        this.entry = RubyEntry.find(pid, memory, map, text.length);
    }

    /**
     * Prepares to let a process evaluate a line; looks at it only.
     *
     * @param isPending whether a line of an earlier request, if one is still there, is being waited for by somebody
     * @throws LiveException if that cannot be, with the reason and what helps
     */
    public static Attachment of(long pid, String line, Tracer tracer, Predicate<String> isPending) throws IOException {
        if (!line.startsWith(BEGINNING)) {
            throw new IllegalArgumentException(line);
        }
        if (!System.getProperty("os.arch").equals("amd64") || !System.getProperty("os.name").equals("Linux")) {
            throw new LiveException("Attaching to a process was tried on Linux on x86-64 only. Start the process with"
                + " the agent: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb");
        }
        ProcessStatus status = ProcessStatus.of(pid);
        status.requireTraceable();
        if (ProcessHandle.current().children().anyMatch(child -> child.pid() == pid)) {
            // Java waits for the end of its children, and would be told of their stops in place of this.
            throw new LiveException("Process " + pid + " was started by this program, which cannot attach to it. Ask it"
                + " from another one: memdump dump " + pid + " FILE");
        }
        ProcessMemory memory = null;
        try {
            memory = ProcessMemory.of(pid);
            Attachment attachment = new Attachment(pid, tracer, memory, line);
            attachment.requireNoOther(isPending);
            return attachment;
        } catch (AccessDeniedException denied) {
            close(memory);
            throw status.denied();
        } catch (NoSuchFileException ended) {
            close(memory);
            throw ended(pid);
        } catch (IOException | RuntimeException failed) {
            close(memory);
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                throw ended(pid);
            }
            throw failed;
        }
    }

    private static void close(@Nullable ProcessMemory memory) throws IOException {
        if (memory != null) {
            memory.close();
        }
    }

    private static LiveException ended(long pid) {
        return new LiveException("Process " + pid + " has ended. Find one that runs: pgrep -a ruby");
    }

    private void requireNoOther(Predicate<String> isPending) throws IOException {
        byte[] there = memory.read(entry.room(), text.length).array();
        if (there[0] != 0 && isPending.test(new String(there, StandardCharsets.UTF_8))) {
            throw new LiveException("Another memdump asks process " + pid + " just now. Wait until it is done:"
                + " pgrep -af memdump");
        }
    }

    /**
     * Registers the line. It is evaluated soon after, when the main thread comes to a safe point.
     *
     * @throws LiveException if the main thread does not stop; nothing has changed then
     */
    public void register() throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // All requests must come from one thread of the system.
        Thread thread = new Thread(() -> attempt(done), "memdump attaches");
        thread.setDaemon(true);
        thread.start();
        try {
            done.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof IOException) {
                throw told((IOException) cause);
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException stop) {
            decided.set(true);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private IOException told(IOException failure) throws IOException {
        if (!(failure instanceof Tracer.RefusedException)) {
            return failure;
        }
        int number = ((Tracer.RefusedException) failure).number();
        ProcessStatus status = ProcessStatus.of(pid);
        if (number == Tracer.RefusedException.ESRCH) {
            return ended(pid);
        }
        status.requireTraceable();
        return number == Tracer.RefusedException.EPERM ? status.denied() : failure;
    }

    /** Loads the code that runs while the process is stopped, by asking about a process that cannot be. */
    private void rehearse() throws IOException {
        Registers none = Registers.of(new byte[REGISTER_BYTES]).afterHandler().with(Registers.RSP, entry.room());
        SignalFrame frame = SignalFrame.of(none, new byte[VECTOR_BYTES], new byte[Long.BYTES], 0);
        map.at(frame.begin());
        frame.bytes();
        SignalFrame.hasTiles(new byte[VECTOR_BYTES]);
        List<Call> calls = List.of(() -> tracer.seize(0), () -> tracer.interrupt(0), () -> tracer.stopped(NOBODY),
            () -> tracer.registers(0, Tracer.GENERAL), () -> tracer.registers(0, Tracer.EXTENDED),
            () -> tracer.signalMask(0), () -> tracer.setRegisters(0, none.bytes()), () -> tracer.detach(0, 0));
        for (Call call : calls) {
            try {
                call.run();
            } catch (Tracer.RefusedException expected) {
                // There is no such process.
            }
        }
        LockSupport.parkNanos(1);
    }

    private interface Call {
        void run() throws IOException;
    }

    private void attempt(CompletableFuture<Void> done) {
        try {
            rehearse();
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
            for (int attempt = 1; !attemptOnce(done, limit); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw new LiveException("Process " + pid + " gets a signal whenever its main thread is to stop."
                        + " Nothing was changed. See which: strace -e none -p " + pid);
                }
            }
            done.complete(null);
        } catch (IOException | RuntimeException failed) {
            done.completeExceptionally(failed);
        }
    }

    /** Returns whether the registers were changed; if not, a signal came first and was passed on. */
    private boolean attemptOnce(CompletableFuture<Void> done, long limit) throws IOException {
        long begin = System.nanoTime();
        tracer.seize(pid);
        tracer.interrupt(pid);
        OptionalInt status = tracer.stopped(pid);
        while (status.isEmpty()) {
            // From now on the process is left alone as soon as it stops.
            if (System.nanoTime() > limit && decided.compareAndSet(false, true)) {
                done.completeExceptionally(new LiveException("The main thread of process " + pid + " has been in the"
                    + " kernel for " + STOP_SECONDS + " s (a disk or a network file system that does not answer?),"
                    + " where it cannot be stopped. Nothing was changed. See where: cat /proc/" + pid + "/stack"));
            }
            LockSupport.parkNanos(POLL_NANOS);
            status = tracer.stopped(pid);
        }
        int how = status.getAsInt();
        if ((how & 0x7f) != 0x7f) {
            throw ended(pid);
        }
        int signal = how >> 8 & 0xff;
        if (how >> 16 != STOP_EVENT) {
            tracer.detach(pid, signal);
            return false;
        }
        boolean detached = false;
        try {
            if (signal != SIGTRAP) {
                tracer.detach(pid, 0);
                detached = true;
                throw new LiveException("Process " + pid + " was stopped just now (SIGSTOP, Ctrl-Z). Let it go on, then"
                    + " try again: kill -CONT " + pid);
            }
            if (decided.compareAndSet(false, true)) {
                change();
            }
        } finally {
            if (!detached) {
                tracer.detach(pid, 0);
            }
        }
        stopped = Duration.ofNanos(System.nanoTime() - begin);
        return true;
    }

    private void change() throws IOException {
        Registers now = Registers.of(tracer.registers(pid, Tracer.GENERAL));
        byte[] extended = tracer.registers(pid, Tracer.EXTENDED);
        if (now.get(Registers.CS) != Registers.CS_64 || SignalFrame.hasTiles(extended)) {
            throw new LiveException("The main thread of process " + pid + " runs code that cannot be interrupted here"
                + " (32-bit code, or AMX tiles in use). Nothing was changed. Try once more: memdump dump " + pid
                + " FILE");
        }
        SignalFrame frame = SignalFrame.of(now.afterHandler(), extended, tracer.signalMask(pid), entry.restorer());
        Optional<MemoryMap.Region> stack = map.at(now.get(Registers.RSP));
        if (stack.isEmpty()) {
            // A fiber's, made since.
            stack = MemoryMap.of(pid).at(now.get(Registers.RSP));
        }
        if (stack.isEmpty() || !stack.get().isWritable() || frame.begin() - stack.get().begin() < STACK_ROOM) {
            throw new LiveException("The stack of the main thread of process " + pid + " is nearly full. Nothing was"
                + " changed. Try once more: memdump dump " + pid + " FILE");
        }
        memory.write(entry.room(), text);
        memory.write(frame.begin(), frame.bytes());
        tracer.setRegisters(pid, now.with(Registers.RIP, entry.register()).with(Registers.RDI, 0)
            .with(Registers.RSI, entry.evaluate()).with(Registers.RDX, entry.room()).with(Registers.RAX, 0)
            .with(Registers.CALL, -1).with(Registers.RSP, frame.begin())
            .with(Registers.FLAGS, now.get(Registers.FLAGS) & ~NOT_IN_FUNCTIONS).bytes());
    }

    /** Returns how long the main thread was stopped. */
    public Duration stopped() {
        return stopped;
    }

    /** Wakes a main thread that sleeps or reads, so that it comes to a safe point. */
    public void wake() throws IOException {
        try {
            tracer.signal(pid, SIGCHLD);
        } catch (Tracer.RefusedException gone) {
            throw told(gone);
        }
    }

    /** Clears the line away once it was evaluated. */
    public void clear() throws IOException {
        memory.write(entry.room(), new byte[text.length]);
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }
}
