package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A dump while a process writes it: a stream of its bytes, not compressed, which fails at its end if the process did
 * not say that it is complete. For one thread.
 */
public final class LiveDump extends InputStream {
    private static final long BYTES_PER_OBJECT = 350;
    private static final Duration STUCK = Duration.ofSeconds(20);

    private final Reply reply;
    private final Reply.Dump bytes;
    private final LiveFacts facts;
    private final Optional<Said> copy;
    private final String direct;
    private final Task task;
    private final long expected;
    private long done;

    private LiveDump(Reply reply, LiveFacts facts, Optional<Said> copy, String direct, Task task) {
        this.reply = reply;
        this.bytes = reply.dump();
        this.facts = facts;
        this.copy = copy;
        this.direct = direct;
        this.task = task;
        this.expected = Math.max(1, facts.objects() * BYTES_PER_OBJECT);
    }

    /** The copy of a process that was to write hangs, and was ended. */
    static final class StuckCopyException extends IOException {
        private static final long serialVersionUID = 1L;

        StuckCopyException(RubyProcess process) {
            super("The copy of process " + process.pid() + " that was to write hangs: another thread held a lock of a"
                + " C library when it was made. It was ended, and the process writes itself.");
        }
    }

    static LiveDump of(Reply reply, RubyProcess process, DumpOptions options, Task task) throws IOException {
        try {
            LiveFacts facts = new LiveFacts(reply.next(), reply.way());
            task.phase("Process " + process.pid() + " writes its dump", Math.max(1, facts.objects()
                * BYTES_PER_OBJECT));
            reply.askedBy(silence -> task.done(0));
            Optional<Said> copy = Optional.empty();
            String direct = "";
            if (!reply.isDump()) {
                Said said = reply.next();
                if (said.word().equals("forked")) {
                    copy = Optional.of(said);
                } else {
                    direct = said.sentence();
                }
            }
            if (copy.isPresent()) {
                long pid = process.outerPid(copy.get().number("pid").orElse(0));
                reply.askedBy(silence -> requireMoving(silence, process, pid, task));
            }
            reply.isDump();
            reply.askedBy(silence -> task.done(0));
            return new LiveDump(reply, facts, copy, direct, task);
        } catch (IOException | RuntimeException failed) {
            reply.close();
            throw failed;
        }
    }

    private static void requireMoving(Duration silence, RubyProcess process, long pid, Task task)
            throws StuckCopyException {
        task.done(0);
        Optional<ProcessHandle> copy = pid == 0 ? Optional.empty() : ProcessHandle.of(pid);
        if (silence.compareTo(STUCK) > 0 && copy.isPresent()) {
            copy.get().destroyForcibly();
            throw new StuckCopyException(process);
        }
    }

    /** Returns what the process said of itself before. */
    public LiveFacts facts() {
        return facts;
    }

    /** Returns whether a copy of the process wrote, and not it itself. */
    public boolean isOfCopy() {
        return copy.isPresent();
    }

    /** Returns why the process could not be copied, empty if it could, or was not to be. */
    public String whyDirect() {
        return direct;
    }

    /** Returns how long the process stood still for its copy, nothing if it wrote itself. */
    public Optional<Duration> pause() {
        return micros("pause");
    }

    /** Returns how long its main thread was stopped to be attached to, zero if it was asked in another way. */
    public Duration stopped() {
        return reply.stopped();
    }

    /** Returns how long it collected garbage before. */
    public Optional<Duration> collection() {
        return micros("gc");
    }

    /**
     * Returns how many threads the process had, without memdump's own, whose stacks the copy does not have; nothing if
     * it wrote itself.
     */
    public OptionalLong lostThreads() {
        return copy.map(said -> said.number("threads")).orElse(OptionalLong.empty());
    }

    private Optional<Duration> micros(String figure) {
        OptionalLong micros = copy.map(said -> said.number(figure)).orElse(OptionalLong.empty());
        return micros.isPresent() ? Optional.of(Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros.getAsLong())))
            : Optional.empty();
    }

    /** Returns how many bytes of memory the copy took in the end, nothing before the end or if that is not known. */
    public OptionalLong copiedBytes() {
        return bytes.end() == null ? OptionalLong.empty() : bytes.end().number("copied");
    }

    /**
     * Returns quietly if all was read and the process said that it is all.
     *
     * @throws LiveException if not
     */
    void requireComplete() throws LiveException {
        if (bytes.end() == null) {
            throw new LiveException("The dump is not complete. Nothing was kept.");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = bytes.read(into, from, length);
        long now = Math.min(expected, bytes.count());
        task.done(now - done);
        done = now;
        if (got < 0 && bytes.count() == 0) {
            throw new LiveException("The dump is empty. Nothing was kept.");
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        reply.close();
    }
}
