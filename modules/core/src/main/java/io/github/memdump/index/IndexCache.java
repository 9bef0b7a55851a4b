package io.github.memdump.index;

import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folder in which a user's indexes lie, with a limit to their size: whatever was used longest ago goes first. Only
 * the owner may look into it. Thread-safe, and safe to be used by several processes.
 */
public final class IndexCache {
    private static final String INDEX = "[0-9a-f]{16}\\.index";
    private static final String LIMIT = "limit";
    private static final long MOST = 10L << 30;
    private static final long LEFT_FREE = 1L << 30;

    private final Path folder;

    private IndexCache(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the cache of the user, or nothing if {@code MEMDUMP_NO_INDEX} says that there shall be none or the
     * environment does not tell where it would be.
     *
     * @param environment the environment variables that are set and not empty: {@code MEMDUMP_CACHE},
     *                    {@code XDG_CACHE_HOME}, {@code HOME}, {@code LOCALAPPDATA}, {@code MEMDUMP_NO_INDEX}
     */
    public static Optional<IndexCache> ofUser(Function<String, Optional<String>> environment) {
        if (environment.apply("MEMDUMP_NO_INDEX").isPresent()) {
            return Optional.empty();
        }
        return CacheFolder.of(environment, System.getProperty("os.name")).map(IndexCache::new);
    }

    /** Returns the cache of the user of this process; see {@link #ofUser(Function)}. */
    public static Optional<IndexCache> ofUser() {
        return ofUser(name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty()));
    }

    /** Returns the cache in a folder, which is made when something is put there. */
    public static IndexCache in(Path folder) {
        return new IndexCache(folder);
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Returns how many bytes all indexes together may take: what {@link #limit(long)} has set, else 10 GiB or a tenth
     * of the disk, whichever is less.
     */
    public long limit() {
        try {
            return Math.max(0, Long.parseLong(Files.readString(folder.resolve(LIMIT)).trim()));
        } catch (IOException | NumberFormatException notSet) {
            try {
                return Math.min(MOST, Files.getFileStore(existing(folder)).getTotalSpace() / 10);
            } catch (IOException unknown) {
                return MOST;
            }
        }
    }

    /** Sets the limit, for all later commands, and removes what is beyond it. */
    public void limit(long bytes) throws IOException {
        make();
        try (Output file = Output.to(Target.of(folder.resolve(LIMIT), Inputs.none()))) {
            file.stream().write((bytes + "\n").getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
        makeRoom(0, folder.resolve(LIMIT));
    }

    /** Returns all indexes, the one used last first; none where the folder does not exist. */
    public List<IndexEntry> entries() throws IOException {
        List<IndexEntry> entries = new ArrayList<>();
        for (Path file : files(INDEX)) {
            entry(file).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparing(IndexEntry::lastUsed).reversed().thenComparing(IndexEntry::file));
        return entries;
    }

    /** Removes all indexes, also what killed processes had begun to write, and returns how many bytes they took. */
    public long clear() throws IOException {
        long bytes = Output.removeLeft(folder);
        for (Path file : files(INDEX)) {
            long size = Files.size(file);
            bytes += Files.deleteIfExists(file) ? size : 0;
        }
        return bytes;
    }

    /** Returns where the index of a dump that is loaded in such a way is, or would be. */
    Path place(FileStamp dump, String loading) {
        long hash = hash(loading, hash(dump.path(), 0xCBF2_9CE4_8422_2325L));
        String digits = Long.toHexString(hash);
        return folder.resolve("0".repeat(16 - digits.length()).concat(digits).concat(".index"));
    }

    /** Goes on with an FNV-1a hash. */
    private static long hash(String text, long begin) {
        long hash = begin;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
        }
        return hash;
    }

    /** Makes the folder if it is not there. */
    void make() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Makes room for an index, within the limit and on the disk, by removing those that were used longest ago.
     *
     * @param target where it will be; what is there now does not count
     * @throws IOException if there is not enough room even so
     */
    void makeRoom(long bytes, Path target) throws IOException {
        long limit = limit();
        if (bytes > limit) {
            throw new IOException("an index of " + bytes + " bytes is beyond the limit of " + limit);
        }
        Output.removeLeft(folder);
        List<IndexEntry> entries = entries();
        entries.removeIf(entry -> entry.file().equals(target));
        long taken = entries.stream().mapToLong(IndexEntry::bytes).sum();
        for (int last = entries.size() - 1; last >= 0 && taken > limit - bytes; last--) {
            Files.deleteIfExists(entries.get(last).file());
            taken -= entries.get(last).bytes();
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        long total = Files.getFileStore(folder).getTotalSpace();
        if (bytes > 0 && free - bytes < Math.min(LEFT_FREE, total / 20)) {
            throw new IOException("the disk of " + folder + " has only " + free + " bytes left");
        }
    }

    /** Remembers that an index was used just now. */
    static void touch(Path index) {
        try {
            Files.setLastModifiedTime(index, FileTime.from(Instant.now()));
        } catch (IOException ignored) {
            // It may go a little earlier then.
        }
    }

    private static Optional<IndexEntry> entry(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Instant used = attributes.lastModifiedTime().toInstant();
            try (IndexFile index = IndexFile.open(file)) {
                FileStamp dump = index.directory().dump;
                boolean current = index.engine() == EngineVersion.current().orElse(0)
                    && FileStamp.of(Path.of(dump.path())).filter(dump::equals).isPresent();
                return Optional.of(new IndexEntry(file, dump.path(), attributes.size(), used, current));
            } catch (UnusableIndexException | RuntimeException unusable) {
                return Optional.of(new IndexEntry(file, "", attributes.size(), used, false));
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private List<Path> files(String kind) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (file.getFileName().toString().matches(kind)) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return files;
        }
        return files;
    }

    private static Path existing(Path folder) {
        Path place = folder.toAbsolutePath();
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }
}
