package io.github.memdump.live;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The socket on which the agent of a process listens. Immutable. */
final class AgentSocket {
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
