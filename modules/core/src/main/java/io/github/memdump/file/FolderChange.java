package io.github.memdump.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several files that come into a folder together, replacing those of their names. All stand ready in a folder of the
 * same file system, so that they need no more room. First every file that is there gets a second name among what is
 * ready; then a mark says that the change has begun; then they are renamed. If that fails the old ones are renamed
 * back. A process that is killed in between leaves the mark, by which {@link #finish} brings the change to its end.
 */
final class FolderChange {
    private static final String NEW = "new";
    private static final String OLD = "old";
    /** Names that no file has yet. */
    private static final String FREE = "free";
    private static final String FORTH = "forth";
    private static final String BACK = "back";

    private final Path ready;
    private final Path folder;

    private FolderChange(Path ready, Path folder) {
        this.ready = ready;
        this.folder = folder;
    }

    /** Makes and returns the folder for the new files in the one for what is ready. */
    static Path begin(Path ready) throws IOException {
        Path fresh = ready.resolve(NEW);
        Modes.create(fresh);
        return fresh;
    }

    /** Puts the files in their places, in the given order, or leaves the folder as it was. */
    static void make(Path ready, Path folder, List<String> names) throws IOException {
        new FolderChange(ready, folder).make(names);
    }

    private void make(List<String> names) throws IOException {
        Modes.create(ready.resolve(OLD));
        Modes.create(ready.resolve(FREE));
        for (String name : names) {
            Path now = folder.resolve(name);
            if (Files.exists(now, LinkOption.NOFOLLOW_LINKS)) {
                keep(now, ready.resolve(OLD).resolve(name));
            } else {
                Modes.createFile(ready.resolve(FREE).resolve(name));
            }
        }
        Modes.create(ready.resolve(FORTH));
        try {
            for (String name : names) {
                Files.move(ready.resolve(NEW).resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            back(failed);
        }
        Files.delete(ready.resolve(FORTH));
    }

    private void back(IOException why) throws IOException {
        try {
            Files.move(ready.resolve(FORTH), ready.resolve(BACK), StandardCopyOption.ATOMIC_MOVE);
            goBack();
        } catch (IOException stuck) {
            why.addSuppressed(stuck);
        }
        throw why;
    }

    private static void keep(Path now, Path kept) throws IOException {
        try {
            Files.createLink(kept, now);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(now, kept, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Brings a change that was cut short to its end; does nothing where none had begun. */
    static void finish(Path ready, Path folder) throws IOException {
        if (Files.isDirectory(ready.resolve(FORTH), LinkOption.NOFOLLOW_LINKS)) {
            for (String name : names(ready.resolve(NEW))) {
                Files.move(ready.resolve(NEW).resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } else if (Files.isDirectory(ready.resolve(BACK), LinkOption.NOFOLLOW_LINKS)) {
            new FolderChange(ready, folder).goBack();
        }
    }

    /** Puts the old files back, and takes away the new ones whose names were free. */
    private void goBack() throws IOException {
        List<String> notMoved = names(ready.resolve(NEW));
        for (String name : names(ready.resolve(OLD))) {
            Files.move(ready.resolve(OLD).resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        for (String name : names(ready.resolve(FREE))) {
            if (!notMoved.contains(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new ArrayList<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
