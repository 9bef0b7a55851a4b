package io.github.memdump.live;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of a running Ruby process: traces its allocations, dumps it. The process is stopped while it writes, and
 * goes on by itself when this program ends before. Not for several threads at once.
 */
public final class LiveHeap {
    /** Measured: dumps of Ruby 3.1 and 3.4 have 300 to 350 bytes for each object, a tenth of it compressed. */
    private static final long BYTES_PER_OBJECT = 350;
    private static final long COMPRESSED = 8;
    private static final long PAUSE_MILLIS = 100;
    private static final Pattern PLAIN = Pattern.compile("[\\w/.-]+");
    private static final Pattern FACTS = Pattern.compile("\\[\"([^\"]*)\", (\\d+), (true|false), (true|false)]");

    private final RubyProcess process;

    private LiveHeap(RubyProcess process) {
        this.process = process;
    }

    /** Returns the heap of a process. */
    public static LiveHeap of(RubyProcess process) {
        return new LiveHeap(process);
    }

    /** What a process says of itself. Immutable. */
    public static final class Facts {
        private final String rubyVersion;
        private final long objects;
        private final boolean gzip;
        private final boolean traced;

        private Facts(String rubyVersion, long objects, boolean gzip, boolean traced) {
            this.rubyVersion = rubyVersion;
            this.objects = objects;
            this.gzip = gzip;
            this.traced = traced;
        }

        /** Returns the version of its Ruby. */
        public String rubyVersion() {
            return rubyVersion;
        }

        /** Returns how many objects live in it, garbage that was not collected yet included. */
        public long objects() {
            return objects;
        }

        /** Returns whether its Ruby can compress. */
        public boolean canCompress() {
            return gzip;
        }

        /** Returns whether it remembers, of objects that it makes now, which line made them. */
        public boolean tracesAllocations() {
            return traced;
        }
    }

    /** Returns whether the program is there that asks a process; where it is not, everything below fails. */
    public boolean canBeAsked() {
        return Rbtrace.program(process).isPresent();
    }

    /**
     * Asks the process about itself.
     *
     * @throws LiveException if it does not answer; the message says what to add to the application
     */
    public Facts facts() throws IOException {
        String answer = Rbtrace.eval(process,
            "[RUBY_VERSION,GC.stat[:heap_live_slots],begin;require'zlib';true;rescue LoadError;false;end,"
                + "!!(defined?(ObjectSpace.allocation_generation)&&ObjectSpace.allocation_generation(''.dup))]");
        Matcher facts = FACTS.matcher(answer);
        if (!facts.matches()) {
            throw new LiveException("Process " + process.pid() + " gave no sensible answer: " + answer);
        }
        return new Facts(facts.group(1), Long.parseLong(facts.group(2)), Boolean.parseBoolean(facts.group(3)),
            Boolean.parseBoolean(facts.group(4)));
    }

    /**
     * Lets the process remember, from now on, which line makes each object.
     *
     * @throws LiveException if it does not answer
     */
    public void traceAllocations() throws IOException {
        String answer = Rbtrace.eval(process, "require'objspace';ObjectSpace.trace_object_allocations_start;:on");
        if (!answer.equals(":on")) {
            throw new LiveException("Process " + process.pid() + " cannot trace its allocations: " + answer);
        }
    }

    /**
     * Dumps the heap into a file of mode 0600, which is there in full or not at all.
     *
     * @param task told bytes written against bytes expected; when it is cancelled nothing stays, but the process
     *             writes to the end what it has begun
     * @return what the process said of itself
     * @throws LiveException if it cannot be dumped, or if the file is there and is not to be replaced
     */
    public Facts dump(Path file, DumpOptions options, Task task) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        check(target, options);
        task.phase("Asking the process", 0);
        Facts facts = facts();
        if (options.compresses() && !facts.canCompress()) {
            throw new LiveException("The Ruby of process " + process.pid() + " has no zlib. Dump without compression"
                + " and run gzip on the file.");
        }
        long expected = facts.objects() * BYTES_PER_OBJECT / (options.compresses() ? COMPRESSED : 1);
        checkSpace(target, expected);
        String unique = "." + target.getFileName() + "." + UUID.randomUUID().toString().substring(0, 8);
        Path part = target.resolveSibling(unique + ".unfinished");
        Path mark = target.resolveSibling(unique + ".mark");
        try {
            start(DumpScript.of(part, mark, options));
            new DumpWatch(process, part, mark, expected).await(task);
            checkEnd(part, options);
            if (!options.replaces() && Files.exists(target)) {
                throw new LiveException(target + " has come meanwhile. Choose another name.");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return facts;
        } finally {
            Files.deleteIfExists(part);
            Files.deleteIfExists(mark);
        }
    }

    private static void check(Path target, DumpOptions options) throws LiveException {
        if (Files.isDirectory(target)) {
            throw new LiveException(target + " is a directory. Name the file to write in it.");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new LiveException("There is no directory " + target.getParent() + ". Create it first.");
        }
        if (!options.replaces() && Files.exists(target)) {
            throw new LiveException(target + " is there already. Choose another name, or replace it with --force.");
        }
    }

    private static void checkSpace(Path target, long expected) throws IOException {
        FileStore store = Files.getFileStore(target.getParent());
        if (store.getUsableSpace() < expected) {
            throw new LiveException(String.format("The dump will take about %,d MB, but %s has only %,d MB left."
                + " Write to another disk, or compress it.", expected >> 20, target.getParent(),
                store.getUsableSpace() >> 20));
        }
    }

    private void start(String script) throws IOException {
        // A command to rbtrace has at most 255 bytes: the code goes by a file that the process reads.
        Path code = Files.createTempFile("memdump", ".rb");
        try {
            Files.writeString(code, script, StandardCharsets.UTF_8);
            giveTo(code);
            String path = PLAIN.matcher(code.toString()).matches() ? "'" + code + "'" : DumpScript.path(code);
            String answer = Rbtrace.eval(process, "eval IO.read(" + path + ")");
            if (!answer.equals('"' + DumpScript.STARTED + '"')) {
                throw new LiveException("Process " + process.pid() + " cannot dump itself: "
                    + answer.replace("\"", "").replace("memdump failed ", "")
                    + ". The file is written by the process: it must be allowed to.");
            }
        } finally {
            Files.deleteIfExists(code);
        }
    }

    /** Another user's process can only be reached by root, whose files it cannot read. */
    private void giveTo(Path code) throws IOException {
        Path there = Path.of("/proc/" + process.pid());
        if (Files.isDirectory(there) && !Files.getOwner(there).equals(Files.getOwner(code))) {
            Files.setOwner(code, Files.getOwner(there));
            Files.setPosixFilePermissions(code, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void checkEnd(Path part, DumpOptions options) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "r")) {
            if (file.length() > 0) {
                file.seek(file.length() - 1);
            }
            if (file.length() == 0 || !options.compresses() && file.read() != '\n') {
                throw new LiveException("The dump is not complete: it does not end with a line end. Is the disk full?");
            }
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
