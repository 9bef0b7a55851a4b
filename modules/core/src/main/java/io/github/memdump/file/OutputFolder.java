package io.github.memdump.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Several files that belong together in one folder. All are written aside, on the same disk, and come into their places
 * together when all are done; until then earlier files stay as they were, and without {@link #commit} nothing remains.
 * Files of other names are never touched. A folder that is not there comes with all files in it, of mode 0700; in one
 * that is there they are renamed one after the other, and back if one cannot be: see {@link FolderChange}. So neither
 * its parent need be writable nor is more room on the disk needed then. All files have mode 0600. Not thread-safe.
 */
public final class OutputFolder implements AutoCloseable {
    private static final int MOST_LINKS = 40;

    private final Path named;
    private final Path place;
    private final boolean isThere;
    private final Inputs inputs;
    private final List<String> names;
    private final Unfinished unfinished;
    private final Path fresh;
    private final List<Output.Remembering> streams = new ArrayList<>();

    private OutputFolder(Path named, Path place, Inputs inputs, List<String> names) throws IOException {
        this.named = named;
        this.place = place;
        this.isThere = Files.isDirectory(place);
        this.inputs = inputs;
        this.names = List.copyOf(names);
        Path folder = isThere ? place : Objects.requireNonNull(place.getParent());
        try {
            unfinished = Unfinished.in(folder);
        } catch (FileSystemException refused) {
            throw new IOException(named + " cannot be written: nothing can be created in " + folder + " ("
                + Target.reason(refused) + "). Choose another directory.", refused);
        }
        try {
            fresh = FolderChange.begin(unfinished.folder());
        } catch (IOException full) {
            unfinished.close();
            throw full;
        }
    }

    /**
     * Begins files that are to be in a folder.
     *
     * @param inputs what must not be replaced
     * @param names  of all files, in the order in which they come into their places
     * @throws OverwriteException if one of them is one of the inputs
     * @throws IOException        if that cannot be; the message is meant for people
     */
    public static OutputFolder at(Path named, Inputs inputs, List<String> names) throws IOException {
        Path place = place(named);
        for (String name : names) {
            Path file = place.resolve(name);
            inputs.require(file, named.resolve(name));
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(file)) {
                throw new IOException(named.resolve(name) + " is a directory where a file is to be. Choose another"
                    + " directory.");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException(named.resolve(name) + " is no file and cannot be replaced by one. Choose another"
                    + " directory.");
            }
        }
        return new OutputFolder(named, place, inputs, names);
    }

    private static Path place(Path named) throws IOException {
        Target.requireNamed(named);
        Path place = named.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            if (Files.isDirectory(place)) {
                return place.toRealPath();
            }
            if (Files.exists(place)) {
                throw new IOException(named + " is a file. Name a directory; it may be a new one.");
            }
            Path parent = place.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new IOException(named + " cannot be made: there is no directory " + parent
                    + ". Create it first.");
            }
            place = parent.toRealPath().resolve(place.getFileName());
            if (!Files.isSymbolicLink(place)) {
                return place;
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        throw new IOException(named + " is a link that leads nowhere. Name another directory.");
    }

    /** Returns an empty file of a name in a private folder, which another program may write or replace. */
    public Path file(String name) throws IOException {
        Path file = fresh.resolve(requireKnown(name));
        Modes.createFile(file);
        return file;
    }

    /** Returns a buffered stream into a file of a name; a failure to write is remembered until {@link #commit}. */
    public OutputStream stream(String name) throws IOException {
        Path file = fresh.resolve(requireKnown(name));
        Output.Remembering stream = new Output.Remembering(Channels.newOutputStream(FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Modes.ofFileIn(fresh))));
        streams.add(stream);
        return stream;
    }

    private String requireKnown(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(name + " was not announced");
        }
        return name;
    }

    /** Puts everything in its place. */
    public void commit() throws IOException {
        endStreams();
        for (String name : names) {
            Path file = fresh.resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) == 0) {
                throw new IOException(named.resolve(name) + " could not be written. Is the disk full?");
            }
            Modes.setFile(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
        Unfinished.place(() -> {
            for (String name : names) {
                inputs.require(place.resolve(name), named.resolve(name));
            }
            if (isThere) {
                FolderChange.make(unfinished.folder(), place, names);
            } else {
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            }
        });
    }

    private void endStreams() throws IOException {
        for (Output.Remembering stream : streams) {
            stream.flush();
            stream.requireWritten();
            stream.end();
        }
        streams.clear();
    }

    /** Takes away what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        for (Output.Remembering stream : new ArrayList<>(streams)) {
            stream.end();
        }
        unfinished.close();
    }
}
