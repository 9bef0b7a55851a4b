package io.github.memdump.live;

import io.github.memdump.live.attach.Attachment;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.live.attach.Permission;
import io.github.memdump.live.attach.Tracer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a process in the ways that an {@link Approach} allows. Immutable. */
final class Asking {
    private static final Duration BEFORE_WAKING = Duration.ofSeconds(1);
    private static final int LONGEST_FOR_RBTRACE = 255;

    private final RubyProcess process;
    private final Approach approach;

    Asking(RubyProcess process, Approach approach) {
        this.process = process;
        this.approach = approach;
    }

    /**
     * Sends a request and returns the answer, of which the first line has come.
     *
     * @throws LiveException if no way leads to one; the message says why, and what helps
     */
    Reply ask(String request) throws IOException {
        if (approach.via().isPresent()) {
            return by(approach.via().get(), request);
        }
        if (AgentSocket.of(process).isPresent()) {
            try {
                return by(Way.AGENT, request);
            } catch (LiveException silent) {
                approach.say(String.valueOf(silent.getMessage()));
            }
        }
        if (process.tracing() == RubyProcess.Tracing.LOADED && Rbtrace.program(process).isPresent()) {
            try {
                return by(Way.RBTRACE, request);
            } catch (LiveException silent) {
                approach.say(String.valueOf(silent.getMessage()));
            }
        }
        return by(Way.ATTACH, request);
    }

    /**
     * Returns the ways in which the process can be asked, in the order in which they are tried; looks at it only.
     *
     * @throws LiveException if there is none; the message says why the last one is none
     */
    List<Way> ways() throws IOException {
        List<Way> ways = new ArrayList<>();
        Optional<LiveException> refused = Optional.empty();
        for (Way way : approach.via().map(List::of).orElse(List.of(Way.values()))) {
            try {
                require(way);
                ways.add(way);
            } catch (LiveException why) {
                refused = Optional.of(why);
            }
        }
        if (ways.isEmpty() && refused.isPresent()) {
            throw refused.get();
        }
        return ways;
    }

    private void require(Way way) throws IOException {
        switch (way) {
            case AGENT:
                agent();
                break;
            case RBTRACE:
                Rbtrace.require(process);
                break;
            default:
                Attachment.of(process.pid(), Attachment.BEGINNING, tracer(), line -> false).close();
                break;
        }
    }

    private Reply by(Way way, String request) throws IOException {
        switch (way) {
            case AGENT:
                return byAgent(request);
            case RBTRACE:
                return byRbtrace(request);
            default:
                return byAttaching(request);
        }
    }

    private Reply byAgent(String request) throws IOException {
        SocketChannel channel = agent().ask(request);
        Pump pump = new Pump(channel);
        pump.askedBy(silence -> requireAlive(silence, "Its agent has not answered"));
        return new Reply(Way.AGENT, process.pid(), pump, channel);
    }

    private AgentSocket agent() throws IOException {
        Optional<AgentSocket> socket = AgentSocket.of(process);
        if (socket.isEmpty()) {
            Permission.requireSeen(process.pid());
        }
        return socket.orElseThrow(() -> new LiveException("Process " + process.pid() + " has no agent. Start it with"
            + " one: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb"));
    }

    private Reply byRbtrace(String request) throws IOException {
        Permission.requireSeen(process.pid());
        Meeting meeting = Meeting.of(process, request);
        try {
            if (meeting.line().length() > LONGEST_FOR_RBTRACE) {
                throw new LiveException("rbtrace takes at most " + LONGEST_FOR_RBTRACE + " bytes. Ask in another way:"
                    + " --via attach");
            }
            Rbtrace.eval(process, meeting.line());
            return meeting.reply(Way.RBTRACE, silence -> requireAlive(silence, "It has loaded rbtrace but has not"
                + " answered"));
        } catch (IOException | RuntimeException failed) {
            meeting.close();
            throw failed;
        }
    }

    private Reply byAttaching(String request) throws IOException {
        Tracer calls = tracer();
        Permission.require(process.pid());
        Meeting meeting = Meeting.of(process, request);
        try (Attachment attachment = Attachment.of(process.pid(), meeting.line(), calls, meeting::isPending)) {
            attachment.register();
            boolean[] woken = new boolean[1];
            Reply reply = meeting.reply(Way.ATTACH, silence -> {
                if (!woken[0] && approach.wakes() && silence.compareTo(BEFORE_WAKING) > 0) {
                    woken[0] = true;
                    approach.say("The main thread of process " + process.pid() + " sleeps or waits. It is woken"
                        + " (SIGCHLD; --no-wake leaves that out).");
                    attachment.wake();
                }
                requireAlive(silence, notRun(woken[0]));
            });
            attachment.clear();
            reply.stopped(attachment.stopped());
            return reply;
        } catch (IOException | RuntimeException failed) {
            meeting.close();
            throw failed;
        }
    }

    private Tracer tracer() throws LiveException {
        return approach.tracer().orElseThrow(() -> new LiveException("This memdump was put together without the library"
            + " by which a process is attached to. Take the whole release, or ask in another way: --via rbtrace"));
    }

    private String notRun(boolean woken) {
        return "It took the request and has not run it" + (woken ? ": its main thread is in one long call that Ruby"
            + " cannot interrupt (a large sort or regular expression, a C library), or the process may not open files"
            + " in /tmp" : ": its main thread sleeps or waits, and it was not to be woken");
    }

    private void requireAlive(Duration silence, String otherwise) throws LiveException {
        if (!process.isAlive()) {
            throw new LiveException("Process " + process.pid() + " ended while it was asked. Nothing was kept.");
        }
        if (silence.compareTo(approach.patience()) > 0) {
            throw new LiveException("Process " + process.pid() + " has not answered. " + otherwise + ", for "
                + silence.toSeconds() + " s. What it may do later has no effect. Wait longer: --wait "
                + Math.max(1, silence.toSeconds()) * 10);
        }
    }

    /** The socket on which the agent of a process listens. Immutable. */
    private static final class AgentSocket {
        private static final int INODE = 6;
        private static final int PATH = 7;

        private final Path path;

        private AgentSocket(Path path) {
            this.path = path;
        }

        /** Returns that of a process, never another's; nothing if it has none or that cannot be seen. */
        static Optional<AgentSocket> of(RubyProcess process) {
            Path proc = Path.of("/proc/" + process.pid());
            String ending = "/memdump-" + process.innerPid() + ".socket";
            try {
                Set<String> own = sockets(proc.resolve("fd"));
                for (String line : Files.readAllLines(proc.resolve("net/unix"), StandardCharsets.UTF_8)) {
                    String[] words = line.strip().split("\\s+", PATH + 1);
                    if (words.length > PATH && words[PATH].endsWith(ending) && own.contains(words[INODE])) {
                        return Optional.of(new AgentSocket(Path.of(proc + "/root" + words[PATH])));
                    }
                }
            } catch (IOException | RuntimeException unseen) {
                // Then it is asked in another way.
            }
            return Optional.empty();
        }

        private static Set<String> sockets(Path descriptors) throws IOException {
            Set<String> sockets = new HashSet<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
                for (Path descriptor : all) {
                    try {
                        String link = Files.readSymbolicLink(descriptor).toString();
                        if (link.startsWith("socket:[")) {
                            sockets.add(link.substring("socket:[".length(), link.length() - 1));
                        }
                    } catch (IOException closed) {
                        // Meanwhile.
                    }
                }
            }
            return sockets;
        }

        /**
         * Sends a request and returns the channel on which the answer comes.
         *
         * @throws LiveException if nobody listens, or on a Java before 16, which has no such sockets
         */
        SocketChannel ask(String request) throws IOException {
            SocketChannel channel = null;
            try {
                SocketAddress address = (SocketAddress) Class.forName("java.net.UnixDomainSocketAddress")
                    .getMethod("of", Path.class).invoke(null, path);
                channel = SocketChannel.open(address);
                ByteBuffer bytes = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                return channel;
            } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException
                | InvocationTargetException old) {
                throw new LiveException("This Java has no sockets in the file system. Run memdump with Java 17.");
            } catch (IOException refused) {
                if (channel != null) {
                    channel.close();
                }
                throw new LiveException("The agent does not answer on " + path + " (" + refused.getMessage()
                    + "). Ask in another way: --via attach");
            }
        }
    }
}
