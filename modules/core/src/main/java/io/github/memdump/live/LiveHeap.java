package io.github.memdump.live;

import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.task.Task;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The heap of a running Ruby process: traces its allocations, dumps it. The process goes on by itself when this program
 * ends before. Not for several threads at once.
 */
public final class LiveHeap {
    /** Measured: dumps of Ruby 3.1 and 3.4 have 300 to 350 bytes for each object, a tenth of it compressed. */
    private static final long BYTES_PER_OBJECT = 350;
    private static final long COMPRESSED = 8;
    private static final int BUFFER = 1 << 16;

    private final RubyProcess process;
    private final Approach approach;

    private LiveHeap(RubyProcess process, Approach approach) {
        this.process = process;
        this.approach = approach;
    }

    /** Returns the heap of a process, which is asked in all ways. */
    public static LiveHeap of(RubyProcess process) {
        return new LiveHeap(process, Approach.usual());
    }

    /** Returns the same, asked in other ways. */
    public LiveHeap by(Approach other) {
        return new LiveHeap(process, other);
    }

    /**
     * Returns the ways in which it can be asked, in the order in which they are tried. The process is looked at only:
     * it is neither stopped nor asked.
     *
     * @throws LiveException if there is none; the message says why, and what helps
     */
    public List<Way> ways() throws IOException {
        return new Asking(process, approach).ways();
    }

    /** Returns whether the library is here by which a process that nobody prepared is attached to. */
    public static boolean canAttach() {
        return Approach.usual().tracer().isPresent();
    }

    /**
     * Asks the process about itself.
     *
     * @throws LiveException if it does not answer; the message says what helps
     */
    public LiveFacts facts() throws IOException {
        return asked("facts");
    }

    /**
     * Asks kernel, process and allocator what memory the process has. A copy of it walks through its objects, which
     * are counted as they are after a collection of garbage.
     *
     * @param garbage whether none is collected before, so that what nobody holds any more counts too
     * @throws LiveException where the kernel does not say what it has, or if the process does not answer
     */
    public LiveFacts figures(boolean garbage) throws IOException {
        // First: as long as a copy of the process counts, its pages are shared.
        Map<String, Long> kernel = KernelMemory.of(process);
        return asked(garbage ? "facts memory" : "facts memory gc").and(kernel);
    }

    /**
     * Lets the process remember, from now on, which line makes each object.
     *
     * @throws LiveException if it does not answer
     */
    public LiveFacts traceAllocations() throws IOException {
        return asked("trace on");
    }

    /** Lets the process forget which line made each object, and remember it no more. */
    public LiveFacts stopTracing() throws IOException {
        return asked("trace off");
    }

    private LiveFacts asked(String request) throws IOException {
        try (Reply reply = new Asking(process, approach).ask(request)) {
            return new LiveFacts(reply.next(), reply.way());
        }
    }

    /**
     * Lets the process begin a dump and returns it as a stream.
     *
     * @throws LiveException if it cannot be dumped
     */
    public LiveDump begin(DumpOptions options, Task task) throws IOException {
        task.phase("Asking the process", 0);
        ForkRoom room = ForkRoom.of(process);
        DumpOptions chosen = options;
        if (options.forks() && !room.isEnough()) {
            approach.say(room.reason());
            chosen = options.withoutFork();
        }
        try {
            return LiveDump.of(new Asking(process, approach).ask(chosen.request()), process, chosen, task);
        } catch (LiveDump.StuckCopyException stuck) {
            approach.say(String.valueOf(stuck.getMessage()));
            DumpOptions direct = options.withoutFork();
            return LiveDump.of(new Asking(process, approach).ask(direct.request()), process, direct, task);
        }
    }

    /** What is done to a dump between the process and whoever gets it. */
    public interface Filter {
        /** Copies all of a dump. */
        void copy(LiveDump from, OutputStream to) throws IOException;
    }

    /**
     * Dumps the heap into a file, as {@link #write} does.
     *
     * @param task told bytes written against bytes expected
     * @throws LiveException if it cannot be dumped, or if the file is there and is not to be replaced
     */
    public Dump dump(Path file, DumpOptions options, Task task) throws IOException {
        return write(Target.of(file, Inputs.none()), options, InputStream::transferTo, task);
    }

    /**
     * Dumps the heap. A file is of mode 0600 and belongs to this user, whoever's the process is; it is there in full or
     * not at all. The process sends its dump, and this program writes it, so that others who may write to the folder of
     * the file can neither read the dump nor change it before it has its name. Nothing else than what the filter
     * returns reaches a disk.
     *
     * @param task told bytes written against bytes expected
     * @throws LiveException if it cannot be dumped, or if the file is there and is not to be replaced
     */
    public Dump write(Target target, DumpOptions options, Filter filter, Task task) throws IOException {
        Path file = target.named().toAbsolutePath().normalize();
        if (target.isFile()) {
            requireAbsent(file, options, " is there already. Choose another name, or replace it with --force.");
        }
        try (Output output = Output.to(target); LiveDump dump = begin(options, task)) {
            if (target.isFile()) {
                checkSpace(folderOf(file), dump.facts().objects() * BYTES_PER_OBJECT
                    / (options.compresses() ? COMPRESSED : 1));
            }
            Counted counted = new Counted(output.stream());
            if (options.compresses()) {
                FastGzip packed = new FastGzip(counted);
                filter.copy(dump, packed);
                packed.finish();
            } else {
                filter.copy(dump, counted);
            }
            dump.requireComplete();
            output.stream().flush();
            if (target.isFile()) {
                requireAbsent(file, options, " has come meanwhile. Choose another name.");
                commit(output, file);
            } else {
                output.commit();
            }
            return new Dump(dump, counted.count, target.isFile() && PrivateFolder.isExposed(folderOf(file)));
        } catch (NoSuchFileException gone) {
            if (target.isFile() && PrivateFolder.isExposed(folderOf(file))) {
                throw changed(file);
            }
            throw gone;
        }
    }

    /** Counts what is written. */
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }

    private static void commit(Output output, Path target) throws IOException {
        boolean isExposed = PrivateFolder.isExposed(folderOf(target));
        try {
            output.commit();
            PosixFileAttributes written = Files.readAttributes(target, PosixFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
            if (!isExposed || (written.isRegularFile() && written.owner().equals(OperatingSystem.thisUser()))) {
                return;
            }
        } catch (FileSystemException changed) {
            if (!isExposed) {
                throw changed;
            }
        } catch (IOException changed) {
            if (!isExposed || !(changed.getCause() instanceof FileSystemException)) {
                throw changed;
            }
        }
        throw changed(target);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static LiveException changed(Path target) {
        return new LiveException("Somebody else changes files in " + target.getParent() + " while they are written."
            + " Nothing was kept. Name a file in a folder that only you can write to.");
    }

    private static void requireAbsent(Path target, DumpOptions options, String but) throws LiveException {
        if (!options.replaces() && Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
            throw new LiveException(target + but);
        }
    }

    private static void checkSpace(Path folder, long expected) throws IOException {
        FileStore store = Files.getFileStore(folder);
        if (store.getUsableSpace() < expected) {
            throw new LiveException(String.format("The dump will take about %,d MB, but %s has only %,d MB left."
                + " Write to another disk, or compress it.", expected >> 20, folder, store.getUsableSpace() >> 20));
        }
    }

    /** Fast rather than small: a tenth is reached all the same. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** A dump that was written. Immutable. */
    public static final class Dump {
        private final LiveDump dump;
        private final long bytes;
        private final boolean isExposed;

        private Dump(LiveDump dump, long bytes, boolean isExposed) {
            this.dump = dump;
            this.bytes = bytes;
            this.isExposed = isExposed;
        }

        /** Returns what the process said, and how it went. */
        public LiveDump said() {
            return dump;
        }

        /** Returns what the process said of itself. */
        public LiveFacts facts() {
            return dump.facts();
        }

        /** Returns how many bytes were written. */
        public long bytes() {
            return bytes;
        }

        /** Returns whether others, who cannot read the file, can put another in its place from now on. */
        public boolean isExposed() {
            return isExposed;
        }
    }
}
