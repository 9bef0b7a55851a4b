package io.github.memdump.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hidden file that is being written, of mode 0600, with a name that nobody can guess, and if need be a folder beside
 * it, of mode 0700, for files that belong to it.
 *
 * <p>It is locked as long as its process writes it. Whoever makes one first removes what lies in the same folder, is of
 * the same user and is not locked: the process that made it was killed, since at any other end it removes it itself. A
 * change of a folder that was cut short is brought to its end then. Where the file system has no locks nothing is
 * removed.
 */
final class Unfinished implements AutoCloseable {
    private static final String NAME = ".memdump-";
    private static final String FILE = ".unfinished";
    private static final String FOLDER = ".files";
    private static final int ATTEMPTS = 8;
    private static final int MOST_REMOVALS = 200;
    private static final Set<Unfinished> ALL = ConcurrentHashMap.newKeySet();
    /** Guards that nothing comes into its place, and nothing is begun, once the process ends. */
    private static final Object PLACING = new Object();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::end));
    }

    private final Path file;
    private final FileChannel channel;
    private final Object key;
    private boolean placed;

    private Unfinished(Path file, FileChannel channel, Object key) {
        this.file = file;
        this.channel = channel;
        this.key = key;
    }

    /** Makes one in a folder, for which room on the disk is not needed yet. */
    static Unfinished in(Path folder) throws IOException {
        sweep(folder);
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] mode = Modes.ofFileIn(folder);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path file = folder.resolve(NAME + UUID.randomUUID() + FILE);
            // Whoever ends the process knows of the file as soon as it is there.
            synchronized (PLACING) {
                requireNotEnding();
                FileChannel channel = FileChannel.open(file, fresh, mode);
                lock(channel);
                try {
                    Unfinished unfinished = new Unfinished(file, channel, key(file));
                    ALL.add(unfinished);
                    return unfinished;
                } catch (NoSuchFileException gone) {
                    // Until it was locked, another process could take it for a left one.
                    channel.close();
                }
            }
        }
        throw new IOException(folder + " cannot be written to: what is begun there disappears.");
    }

    private static void requireNotEnding() throws IOException {
        if (ending) {
            throw new IOException("the program is ending");
        }
    }

    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException withoutLocks) {
            // Then nobody can take it for a left one either.
        }
    }

    /** Returns the hidden file, which exists. */
    Path file() {
        return file;
    }

    /** Returns the channel to the file. */
    FileChannel channel() {
        return channel;
    }

    /** Returns the folder that belongs to it, which is made when first asked for. */
    Path folder() throws IOException {
        Path folder = folderOf(file);
        synchronized (PLACING) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                requireNotEnding();
                Modes.create(folder);
            }
        }
        return folder;
    }

    /** Something that is done to the end before the process ends, or not at all. */
    interface Step {
        void run() throws IOException;
    }

    static void place(Step step) throws IOException {
        synchronized (PLACING) {
            requireNotEnding();
            step.run();
        }
    }

    /** Complains if somebody else has put another file in the place of this one. */
    void requireOwn(Path now) throws IOException {
        if (!isOwn(now)) {
            throw new FileSystemException(now.toString(), null, "another program has replaced it while it was written");
        }
    }

    private boolean isOwn(Path now) throws IOException {
        // Who is fast enough may have replaced it before its key was read, but not with a file of this user.
        try {
            return (key == null || key.equals(key(now))) && Files.isRegularFile(now, LinkOption.NOFOLLOW_LINKS)
                && isOfThisUser(now);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class,
            LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    /** Says that the file has come to its place and is not to be removed. */
    void placed() {
        placed = true;
    }

    /** Removes what is still there. */
    @Override
    public void close() throws IOException {
        try {
            remove(folderOf(file));
            if (!placed) {
                delete();
            }
        } catch (DirectoryNotEmptyException another) {
            // Somebody else fills the folder, which is not this program's to empty.
        } finally {
            ALL.remove(this);
            channel.close();
        }
    }

    private void delete() throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException refused) {
            // What somebody else has put there, a folder perhaps, is not this program's to take away.
            if (isOwn(file)) {
                throw refused;
            }
        }
    }

    private static Path folderOf(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - FILE.length()) + FOLDER);
    }

    private static void end() {
        synchronized (PLACING) {
            ending = true;
            for (Unfinished each : ALL) {
                try {
                    remove(folderOf(each.file));
                    if (!each.placed) {
                        each.delete();
                    }
                } catch (IOException | UncheckedIOException left) {
                    // The next process to write into the folder removes it.
                }
            }
        }
    }

    /** Removes a folder with all that is in it, if it is there, also what comes meanwhile; follows no links. */
    static void remove(Path folder) throws IOException {
        for (int attempt = 1; Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                removeAll(folder);
            } catch (DirectoryNotEmptyException another) {
                // A thread that writes does not know yet that the process ends.
                if (attempt == MOST_REMOVALS) {
                    throw another;
                }
            }
        }
    }

    private static void removeAll(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** Removes what processes that were killed have left in a folder, and returns how many bytes the files had. */
    static long sweep(Path folder) {
        long bytes = 0;
        Set<Path> own = new HashSet<>();
        ALL.forEach(each -> own.add(each.file.toAbsolutePath()));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, NAME + "*" + FILE)) {
            for (Path file : all) {
                // To open and close one's own would release its lock.
                if (!own.contains(file.toAbsolutePath()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && isOfThisUser(file)) {
                    bytes += removeLeft(file, folder);
                }
            }
        } catch (IOException | RuntimeException denied) {
            // What cannot be listed or removed stays; it is hidden, and its name says what it is.
        }
        return bytes;
    }

    private static boolean isOfThisUser(Path file) throws IOException {
        return !file.getFileSystem().supportedFileAttributeViews().contains("unix")
            || Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(User.ID);
    }

    private static long removeLeft(Path file, Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return 0;
            }
            long bytes = channel.size();
            Path files = folderOf(file);
            FolderChange.finish(files, folder);
            remove(files);
            Files.deleteIfExists(file);
            return bytes;
        } catch (NoSuchFileException gone) {
            // Another process was faster.
            return 0;
        }
    }

    /** The user of this process. */
    private static final class User {
        /** Of the process itself, as its name need not be in the list of users. */
        static final Object ID = id();

        private User() {
        }

        private static Object id() {
            try {
                return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
                return byTemporaryFile();
            }
        }

        private static Object byTemporaryFile() {
            try {
                Path probe = Files.createTempFile("memdump-", ".user");
                try {
                    return Files.getAttribute(probe, "unix:uid");
                } finally {
                    Files.delete(probe);
                }
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
                // Equal to no number: nothing is removed.
                return "";
            }
        }
    }
}
