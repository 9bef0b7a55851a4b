package io.github.memdump.live;

import io.github.memdump.live.attach.Attachment;
import io.github.memdump.live.attach.LiveException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a process that evaluates one line of Ruby finds what it is to do, and where its answer goes: a file with code
 * and a pipe, in a {@link PrivateFolder} that the process sees too, be it in a container. It checks that both are what
 * was made for it; the answer begins with a word that stands in the code alone.
 */
final class Meeting implements Closeable {
    private static final List<String> PLACES = List.of("/tmp", "/var/tmp", "/dev/shm");
    private static final Pattern FOLDER = Pattern.compile("memdump[0-9a-f]{12}");
    private static final Pattern LINE = Pattern.compile(Pattern.quote(Attachment.BEGINNING)
        + "([\\w/.-]+/" + FOLDER + ")/code'.*");
    private static final Pattern PLAIN = Pattern.compile("[\\w/.-]+");
    /** Far more than a program takes from making a folder to claiming it. */
    private static final int SECONDS_TO_CLAIM = 60;
    private static final String CODE = "code";
    private static final String PIPE = "pipe";

    private final RubyProcess process;
    private final PrivateFolder folder;
    private final PrivateFolder.PrivateFile code;
    private final PrivateFolder.PrivateFile pipe;
    private final String seen;
    private final String word = UUID.randomUUID().toString();

    private Meeting(RubyProcess process, PrivateFolder folder, String place, Optional<UserPrincipal> user)
            throws IOException {
        this.process = process;
        this.folder = folder;
        this.seen = place + "/" + folder.name();
        this.code = folder.create(CODE, user);
        code.claim();
        this.pipe = folder.createPipe(PIPE, user);
    }

    /**
     * Prepares one for a request.
     *
     * @throws LiveException if there is no folder that the process and this program both reach
     */
    static Meeting of(RubyProcess process, String request) throws IOException {
        Optional<UserPrincipal> user = process.user();
        Path root = Path.of("/proc/" + process.pid() + "/root");
        boolean isSeen = Files.isDirectory(root.resolve("."));
        LiveException refused = null;
        for (String place : isSeen ? PLACES : List.of(System.getProperty("java.io.tmpdir"))) {
            Path here = isSeen ? Path.of(root + place) : Path.of(place);
            if (!Files.isDirectory(here) || !Files.isWritable(here) || !PLAIN.matcher(place).matches()) {
                continue;
            }
            sweep(here);
            try {
                PrivateFolder folder = PrivateFolder.in(here, "memdump", "", user);
                try {
                    Meeting meeting = new Meeting(process, folder, place, user);
                    meeting.write(request);
                    return meeting;
                } catch (IOException | RuntimeException failed) {
                    folder.close();
                    throw failed;
                }
            } catch (LiveException swapped) {
                refused = swapped;
            } catch (IOException full) {
                refused = new LiveException("In " + place + " of process " + process.pid() + " nothing can be created: "
                    + full.getMessage() + ".");
            }
        }
        throw refused != null ? refused : new LiveException("Process " + process.pid() + " sees no folder in which a"
            + " request could be left (" + String.join(", ", PLACES) + "). Mount one: docker run --tmpfs /tmp …");
    }

    /**
     * Writes what makes a module without a name and calls it, without variables: those of the program's main script are
     * known where it is evaluated. That is where the main thread is, for example in a module of Sidekiq's, which has a
     * class Process of its own: constants must be looked for from the top.
     */
    private void write(String request) throws IOException {
        String call = String.format("MemdumpAgent.new.meet('%s/pipe', %s, %s, '%s', '%s')", seen,
            Long.toUnsignedString(pipe.identity().device()), Long.toUnsignedString(pipe.identity().number()), word,
            request);
        String text = "->(code) { Module.new.module_eval(code) }.call(<<'MEMDUMP')\n" + AgentSource.answering() + "\n"
            + call + "\nMEMDUMP\n";
        code.channel().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns what the process is to evaluate; it does that on a thread of its own. At most 255 bytes. */
    String line() {
        return Attachment.BEGINNING + seen + "/code',::File::NOFOLLOW|::File::NONBLOCK);s=f.stat;s.dev=="
            + Long.toUnsignedString(code.identity().device()) + "&&s.ino=="
            + Long.toUnsignedString(code.identity().number())
            + " or raise;::TOPLEVEL_BINDING.eval(f.read);f.close;rescue ::Exception;end}";
    }

    /**
     * Returns whether a line that lies in a process is one that somebody still waits for. What a memdump that was
     * killed has left is taken away: the process finds nothing then, should it come to that line yet.
     */
    boolean isPending(String line) {
        Matcher matcher = LINE.matcher(line.replace("\0", ""));
        if (!matcher.matches()) {
            return false;
        }
        Path left = Path.of("/proc/" + process.pid() + "/root" + matcher.group(1));
        if (PrivateFolder.isClaimed(left.resolve(CODE))) {
            return true;
        }
        takeAway(left);
        return false;
    }

    private static void takeAway(Path left) {
        for (Path file : List.of(left.resolve(CODE), left.resolve(PIPE), left)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException another) {
                // Somebody else's; it does no harm.
            }
        }
    }

    /** Takes away what was left by requests of programs that were killed. */
    private static void sweep(Path here) {
        FileTime young = FileTime.from(Instant.now().minusSeconds(SECONDS_TO_CLAIM));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(here, "memdump*")) {
            for (Path left : folders) {
                if (FOLDER.matcher(left.getFileName().toString()).matches()
                    && Files.getLastModifiedTime(left, LinkOption.NOFOLLOW_LINKS).compareTo(young) < 0
                    && Files.getOwner(left, LinkOption.NOFOLLOW_LINKS).equals(OperatingSystem.thisUser())
                    && !PrivateFolder.isClaimed(left.resolve(CODE))) {
                    takeAway(left);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // What is left does no harm.
        }
    }

    /**
     * Returns the answer, once its first line has come.
     *
     * @throws LiveException if somebody else answers, or when the patience ends
     */
    Reply reply(Way way, Pump.Patience patience) throws IOException {
        Pump pump = new Pump(pipe.another());
        pump.askedBy(patience);
        Reply reply = new Reply(way, process.pid(), pump, this);
        try {
            if (!reply.next().word().equals(word)) {
                throw new LiveException("Somebody else changes files in " + seen + ". Nothing was kept.");
            }
        } catch (IOException | RuntimeException failed) {
            // Otherwise a process that comes late would write into a pipe that nobody reads, and wait for ever.
            reply.close();
            throw failed;
        }
        // Both are open there and needed no more by name. A pipe that this program held open would never end.
        folder.close();
        return reply;
    }

    @Override
    public void close() {
        folder.close();
    }
}
