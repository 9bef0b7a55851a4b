package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that this program alone can change, inside of one that others may write to, for files that a process writes.
 * Whoever may write to the outer folder can rename this one and put another in its place. So a path is followed once,
 * to make the folder; from then on everything goes by descriptors, kept open from beginning to end, and each descriptor
 * is checked to be of what was made. Mode 0700. Where the process belongs to another user it is 0711, so that this user
 * can open the files inside that are given to it; others can neither list nor change it, nor read the files, which are
 * of mode 0600.
 *
 * <p>Closing it deletes its files and itself. Not thread-safe.
 */
final class PrivateFolder implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
        PosixFilePermissions.asFileAttribute(OWNER);
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final int STICKY = 01000;
    /** The names of this program's own folders with a claimed file; they hold 48 random bits. */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final Path name;
    private final SecureDirectoryStream<Path> outside;
    private final SecureDirectoryStream<Path> inside;
    private final UserPrincipal user;
    private final List<PrivateFile> files = new ArrayList<>();

    private PrivateFolder(Path place, Path name, SecureDirectoryStream<Path> outside,
        SecureDirectoryStream<Path> inside, UserPrincipal user) {
        this.place = place;
        this.name = name;
        this.outside = outside;
        this.inside = inside;
        this.user = user;
    }

    /**
     * Makes a folder.
     *
     * @param place  the folder in which it is made
     * @param begin  what its name begins with; random letters follow
     * @param writer the user of the process that opens its files, nothing if that is this user
     * @throws LiveException if somebody puts another folder in its place, or where the system cannot hold folders open
     */
    static PrivateFolder in(Path place, String begin, String end, Optional<UserPrincipal> writer) throws IOException {
        Path name = Path.of(begin + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + end);
        SecureDirectoryStream<Path> outside = opened(Files.newDirectoryStream(place), place);
        try {
            Files.createDirectory(place.resolve(name), OWNER_ONLY);
            return entered(place, name, outside, writer);
        } catch (IOException | RuntimeException failed) {
            outside.close();
            throw failed;
        }
    }

    private static SecureDirectoryStream<Path> opened(DirectoryStream<Path> stream, Path place) throws IOException {
        if (stream instanceof SecureDirectoryStream) {
            return (SecureDirectoryStream<Path>) stream;
        }
        stream.close();
        throw new LiveException("This system does not let a folder be held open, without which others could change what"
            + " is written to " + place + ". Dump to a folder of Linux or macOS.");
    }

    private static PrivateFolder entered(Path place, Path name, SecureDirectoryStream<Path> outside,
        Optional<UserPrincipal> writer) throws IOException {
        SecureDirectoryStream<Path> inside = null;
        try {
            inside = opened(outside.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), place);
            PosixFileAttributes made = attributesOf(inside);
            UserPrincipal user = OperatingSystem.thisUser();
            if (!made.owner().equals(user) || !made.permissions().equals(OWNER) || inside.iterator().hasNext()) {
                throw swapped(place);
            }
            if (writer.isPresent() && !writer.get().equals(user)) {
                view(inside).setPermissions(PASSABLE);
            }
            return new PrivateFolder(place, name, outside, inside, user);
        } catch (LiveException failed) {
            leave(inside, outside, name);
            throw failed;
        } catch (IOException failed) {
            leave(inside, outside, name);
            throw swapped(place);
        }
    }

    private static void leave(@Nullable SecureDirectoryStream<Path> inside, SecureDirectoryStream<Path> outside,
        Path name) throws IOException {
        if (inside != null) {
            inside.close();
        }
        quietly(() -> outside.deleteDirectory(name));
    }

    private static LiveException swapped(Path place) {
        return new LiveException("Somebody else changes files in " + place + " while they are written. Nothing was"
            + " kept. Name a file in a folder that only you can write to.");
    }

    private static PosixFileAttributeView view(SecureDirectoryStream<Path> folder) {
        return folder.getFileAttributeView(PosixFileAttributeView.class);
    }

    private static PosixFileAttributes attributesOf(SecureDirectoryStream<Path> folder) throws IOException {
        return view(folder).readAttributes();
    }

    /** Makes an empty file, and gives it to the user of the process that is to open it. */
    PrivateFile create(String file, Optional<UserPrincipal> owner) throws IOException {
        SeekableByteChannel channel;
        try {
            channel = inside.newByteChannel(Path.of(file), Set.<OpenOption>of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), FILE);
        } catch (NoSuchFileException removed) {
            throw swapped(place);
        }
        PrivateFile created = new PrivateFile(Path.of(file), channel);
        files.add(created);
        created.giveTo(owner.orElse(user));
        return created;
    }

    /** A file in the folder. What is read and written goes through a descriptor opened when it was made. */
    final class PrivateFile {
        private final Path file;
        private final SeekableByteChannel channel;
        private @Nullable FileIdentity identity;

        private PrivateFile(Path file, SeekableByteChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** Returns where others find it, as long as nobody renames the folder. */
        Path path() {
            return place.resolve(name).resolve(file);
        }

        /** Returns what is written and read. */
        SeekableByteChannel channel() {
            return channel;
        }

        /** Returns which file it is. */
        FileIdentity identity() {
            return Objects.requireNonNull(identity);
        }

        private PosixFileAttributeView entry() {
            return inside.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        }

        /** Makes it another user's; by descriptor, so that nothing else can be given away. */
        void giveTo(UserPrincipal owner) throws IOException {
            if (!entry().readAttributes().owner().equals(owner)) {
                entry().setOwner(owner);
            }
            identity = FileIdentity.of(entry().readAttributes());
        }

        /** Opens it once more, to read. */
        SeekableByteChannel another() throws IOException {
            return inside.newByteChannel(file, Set.<OpenOption>of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }

        /**
         * Shows others, until it is closed or this program ends in whatever way, that it is in use: see
         * {@link #isClaimed}. A file system without locks shows nothing.
         */
        void claim() {
            CLAIMED.add(name);
            quietly(() -> ((FileChannel) channel).tryLock());
        }

        private void delete() {
            CLAIMED.remove(name);
            quietly(channel::close);
            quietly(() -> inside.deleteFile(file));
        }
    }

    /**
     * Returns whether a file is in use by the program that made it, this one or another; false if there is no such
     * file, true if that cannot be told.
     */
    static boolean isClaimed(Path file) {
        // To open and close it here would end this program's own claim.
        if (CLAIMED.contains(file.getName(file.getNameCount() - 2))) {
            return true;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (NoSuchFileException ended) {
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Makes a pipe, and gives it to the user of the process that is to open it. It is held open at both ends. */
    PrivateFile createPipe(String file, Optional<UserPrincipal> owner) throws IOException {
        Process maker = new ProcessBuilder("mkfifo", "-m", "600", place.resolve(name).resolve(file).toString())
            .redirectErrorStream(true).start();
        maker.getOutputStream().close();
        String said = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Path path = Path.of(file);
        PosixFileAttributes made;
        try {
            made = inside.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        } catch (NoSuchFileException absent) {
            throw said.isEmpty() ? swapped(place) : new LiveException("No pipe could be made: " + said + ".");
        }
        if (!made.isOther() || !made.owner().equals(user)) {
            throw swapped(place);
        }
        SeekableByteChannel channel = inside.newByteChannel(path, Set.<OpenOption>of(StandardOpenOption.READ,
            StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        PrivateFile created = new PrivateFile(path, channel);
        files.add(created);
        created.giveTo(owner.orElse(user));
        return created;
    }

    /** Returns its name in the outer folder. */
    String name() {
        return name.toString();
    }

    /** Returns whether others may rename what is in a folder: they may write to it, and it is not sticky. */
    static boolean isExposed(Path place) throws IOException {
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(place);
        return (modes.contains(PosixFilePermission.OTHERS_WRITE) || modes.contains(PosixFilePermission.GROUP_WRITE))
            && ((int) Files.getAttribute(place, "unix:mode") & STICKY) == 0;
    }

    @Override
    public void close() {
        files.forEach(PrivateFile::delete);
        quietly(() -> outside.deleteDirectory(name));
        quietly(inside::close);
        quietly(outside::close);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What cannot be taken away, because somebody renamed it, must not hide what went wrong before. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException remains) {
            // See above.
        }
    }
}
