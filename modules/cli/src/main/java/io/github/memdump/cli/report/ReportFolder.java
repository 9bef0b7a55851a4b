package io.github.memdump.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of a report. Files are written in a folder beside it and come into their place together when all are
 * done; until then an earlier report stays as it was, and without {@link #commit} nothing remains. Files of other names
 * are never touched. Only the owner may read what is written (modes 0600 and 0700 where the file system knows modes).
 */
final class ReportFolder implements AutoCloseable {
    private final Path target;
    private final Path unfinished;
    private final List<String> names = new ArrayList<>();
    private final Thread atExit = new Thread(this::removeUnfinished);

    private ReportFolder(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
        // Also when the process is told to stop in the middle.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Begins a report that is to be in {@code target}.
     *
     * @throws IOException if that cannot be; the message is meant for people
     */
    static ReportFolder at(Path target) throws IOException {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new IOException(target + " is a file. Name a directory for the report; it may be a new one.");
        }
        Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
        Path parent = place.getParent() == null ? place : place.getParent();
        if (!Files.isDirectory(parent)) {
            throw new IOException(target + " cannot be made: there is no directory " + parent + ". Create it first.");
        }
        if (Files.exists(place) && !Files.isWritable(place)) {
            throw new IOException(target + " cannot be written to: permission denied. Choose another directory.");
        }
        try {
            String name = "." + place.getFileName() + "." + UUID.randomUUID() + ".unfinished";
            return new ReportFolder(place, Files.createDirectory(parent.resolve(name)));
        } catch (IOException failed) {
            throw new IOException(target + " cannot be made: nothing can be written in " + parent + " ("
                + failed.getClass().getSimpleName() + "). Choose another place.", failed);
        }
    }

    /** Returns where a file of the report is to be written now. */
    Path file(String name) {
        names.add(name);
        return unfinished.resolve(name);
    }

    /** Puts everything in its place. */
    void commit() throws IOException {
        for (String name : names) {
            Path file = unfinished.resolve(name);
            ownerOnly(file, "rw-------");
            if (Files.isDirectory(target.resolve(name))) {
                throw new IOException(target.resolve(name) + " is a directory where the report has a file."
                    + " Choose another directory for the report.");
            }
        }
        ownerOnly(unfinished, "rwx------");
        if (!Files.exists(target)) {
            move(unfinished, target);
            return;
        }
        for (String name : names) {
            move(unfinished.resolve(name), target.resolve(name));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void ownerOnly(Path file, String mode) throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (modes != null) {
            modes.setPermissions(PosixFilePermissions.fromString(mode));
        }
    }

    @Override
    public void close() {
        removeUnfinished();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already, which is all that it is for.
        }
    }

    private void removeUnfinished() {
        if (!Files.exists(unfinished)) {
            return;
        }
        try (Stream<Path> files = Files.walk(unfinished)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // What cannot be removed is hidden and says by its name what it belongs to.
        }
    }
}
