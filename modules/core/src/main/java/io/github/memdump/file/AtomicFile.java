package io.github.memdump.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that is either there in full or not at all: it is written under another name in the same folder and takes its
 * place when {@link #commit} is called; closing it without that leaves no trace, and an earlier file of the name as it
 * was. Only its owner may read it (mode 0600 where the file system knows modes), since what comes from a heap may be
 * secret.
 *
 * <pre>{@code
 * try (AtomicFile file = AtomicFile.beside(target)) {
 *     write(file.stream());
 *     file.commit();
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class AtomicFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path unfinished;
    private OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
    }

    /**
     * Begins the file that is to be {@code target}.
     *
     * @throws IOException if its folder does not exist or cannot be written to, or the target is a folder; the message
     *                     is meant for people
     */
    public static AtomicFile beside(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a directory. Name the file to write in it.");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException(target + " cannot be written: there is no directory " + folder
                + ". Create it first.");
        }
        // An existing file behind a symbolic link is replaced, not the link.
        Path place = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
        try {
            Path unfinished = Files.createTempFile(place.toAbsolutePath().getParent(),
                "." + place.getFileName() + ".", ".unfinished");
            // Also when the process is told to stop in the middle.
            unfinished.toFile().deleteOnExit();
            return new AtomicFile(place, unfinished);
        } catch (IOException failed) {
            throw new IOException(target + " cannot be written: no file can be created in " + folder
                + " (" + failed.getClass().getSimpleName() + "). Choose another place.", failed);
        }
    }

    /** Returns where to write to for a program that wants a path: an empty file that exists, in the same folder. */
    public Path path() {
        return unfinished;
    }

    /** Returns the buffered stream to write to, always the same; {@link #commit} and {@link #close} close it. */
    public OutputStream stream() throws IOException {
        if (stream == null) {
            stream = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER);
        }
        return stream;
    }

    /** Puts what was written in its place, replacing a file that is there. */
    public void commit() throws IOException {
        closeStream();
        ownerOnly();
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    /** Takes away what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        if (!committed) {
            try {
                closeStream();
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    private void closeStream() throws IOException {
        OutputStream open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
    }

    /** A program that was given the path may have made the file anew. */
    private void ownerOnly() throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(unfinished, PosixFileAttributeView.class);
        if (modes != null) {
            modes.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
