package io.github.memdump.live;

import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
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
    /** A name of 255 bytes in UTF-8 has at most four for each letter. */
    private static final int LONGEST_BEGINNING = 50;
    private static final int DIGITS = 32;
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

    /** A dump that a process has written. Immutable. */
    public static final class Dump {
        private final Facts facts;
        private final long bytes;
        private final boolean isExposed;

        private Dump(Facts facts, long bytes, boolean isExposed) {
            this.facts = facts;
            this.bytes = bytes;
            this.isExposed = isExposed;
        }

        /** Returns what the process said of itself. */
        public Facts facts() {
            return facts;
        }

        /** Returns the size of the file. */
        public long bytes() {
            return bytes;
        }

        /** Returns whether others, who cannot read the file, can put another in its place from now on. */
        public boolean isExposed() {
            return isExposed;
        }
    }

    /**
     * Dumps the heap into a file of mode 0600 that belongs to this user, whoever's the process is; it is there in full
     * or not at all. The process writes into a {@link PrivateFolder}, so that others who may write to the folder of the
     * file can neither read the dump nor change it before it has its name.
     *
     * @param task told bytes written against bytes expected; when it is cancelled nothing stays, but the process
     *             writes to the end what it has begun
     * @throws LiveException if it cannot be dumped, or if the file is there and is not to be replaced
     */
    public Dump dump(Path file, DumpOptions options, Task task) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        check(target);
        task.phase("Asking the process", 0);
        Optional<UserPrincipal> writer = process.user();
        try (PrivateFolder folder = PrivateFolder.in(target.getParent(), "." + beginning(target) + ".", ".unfinished",
            writer)) {
            checkAbsent(folder, target, options, " is there already. Choose another name, or replace it with --force.");
            // At once: a folder with files in it cannot be removed.
            PrivateFolder.PrivateFile part = folder.create("dump", writer);
            PrivateFolder.PrivateFile mark = folder.create("mark", writer);
            Facts facts = facts();
            if (options.compresses() && !facts.canCompress()) {
                throw new LiveException("The Ruby of process " + process.pid() + " has no zlib. Dump without"
                    + " compression and run gzip on the file.");
            }
            long expected = facts.objects() * BYTES_PER_OBJECT / (options.compresses() ? COMPRESSED : 1);
            checkSpace(target, expected);
            start(DumpScript.of(part, mark, options), writer);
            new DumpWatch(process, part.channel(), mark.channel(), expected).await(task);
            long bytes = checkEnd(part.channel(), options);
            checkAbsent(folder, target, options, " has come meanwhile. Choose another name.");
            part.moveTo(target);
            return new Dump(facts, bytes, folder.isExposed());
        }
    }

    /** A name may be as long as a file system lets it be; the folder's is longer. */
    private static String beginning(Path target) {
        String name = target.getFileName().toString();
        return name.substring(0, Math.min(name.length(), LONGEST_BEGINNING));
    }

    private static void checkAbsent(PrivateFolder folder, Path target, DumpOptions options, String but)
            throws IOException {
        if (!options.replaces() && folder.hasBeside(target)) {
            throw new LiveException(target + but);
        }
    }

    private static void check(Path target) throws LiveException {
        if (Files.isDirectory(target)) {
            throw new LiveException(target + " is a directory. Name the file to write in it.");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new LiveException("There is no directory " + target.getParent() + ". Create it first.");
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

    private void start(String script, Optional<UserPrincipal> reader) throws IOException {
        // A command to rbtrace has at most 255 bytes: the code goes by a file that the process reads.
        byte[] code = script.getBytes(StandardCharsets.UTF_8);
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        try (PrivateFolder folder = PrivateFolder.in(place, "memdump", "", reader)) {
            PrivateFolder.PrivateFile file = folder.create("d", reader);
            file.channel().write(ByteBuffer.wrap(code));
            String path = PLAIN.matcher(file.path().toString()).matches() ? "'" + file.path() + "'"
                : DumpScript.path(file.path());
            // Where others can rename the folder, what lies at the path may be theirs.
            String answer = Rbtrace.eval(process, "require'digest';c=IO.binread(" + path
                + ");Digest::SHA256.hexdigest(c)[0,32]=='" + digest(code) + "'?eval(c):'memdump failed swapped'");
            if (!answer.equals('"' + DumpScript.STARTED + '"')) {
                throw new LiveException("Process " + process.pid() + " cannot dump itself: "
                    + answer.replace("\"", "").replace("memdump failed ", "").replace("RuntimeError: ", "") + "."
                    + (answer.contains("EACCES") ? " Its user must be allowed to pass through the folder."
                        : " Name a file in another folder."));
            }
        }
    }

    private static String digest(byte[] code) {
        try {
            StringBuilder digits = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(code)) {
                digits.append(String.format("%02x", b));
            }
            return digits.substring(0, DIGITS);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    private static long checkEnd(SeekableByteChannel part, DumpOptions options) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        long bytes = part.size();
        if (bytes > 0) {
            part.position(bytes - 1).read(last);
        }
        if (bytes == 0 || !options.compresses() && last.get(0) != '\n') {
            throw new LiveException("The dump is not complete: it does not end with a line end. Is the disk full?");
        }
        return bytes;
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
