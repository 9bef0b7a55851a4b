package io.github.memdump.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.SocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something is written to: a file, which is replaced as a whole, or a device, pipe, socket or descriptor, which
 * is written into and never replaced. Links are followed, dangling ones too. That it is none of the inputs is checked
 * when it is made, and once more before anything is replaced. Immutable.
 */
public final class Target {
    private static final Pattern DESCRIPTOR = Pattern.compile(
        "/proc/(?:self|thread-self|(\\d+))(?:/task/\\d+)?/fd/(\\d+)|/dev/fd/(\\d+)");
    private static final int MOST_LINKS = 40;
    private static final int TYPE = 0170000;
    private static final int SOCKET = 0140000;

    private enum Kind { FILE, OUT, ERR, OTHER, SOCKET }

    private final Path named;
    private final Path place;
    private final Kind kind;
    private final Inputs inputs;
    private final OutputStream out;
    private final Consumer<String> teller;

    private Target(Path named, Path place, Kind kind, Inputs inputs, OutputStream out) {
        this(named, place, kind, inputs, out, sentence -> { });
    }

    private Target(Path named, Path place, Kind kind, Inputs inputs, OutputStream out, Consumer<String> teller) {
        this.named = named;
        this.place = place;
        this.kind = kind;
        this.inputs = inputs;
        this.out = out;
        this.teller = teller;
    }

    /**
     * Returns the place of a name.
     *
     * @param inputs what must not be replaced
     * @throws OverwriteException if it is one of them
     * @throws IOException        if nothing can be written there: a directory, none to write in, a name that is too
     *                            long; the message is meant for people
     */
    public static Target of(Path named, Inputs inputs) throws IOException {
        try {
            return found(named, inputs);
        } catch (FileSystemException refused) {
            throw new IOException(named + " cannot be written: " + reason(refused) + ". Choose another place.",
                refused);
        }
    }

    /** Returns standard output, or what stands for it. */
    public static Target standardOutput(OutputStream out) {
        return new Target(Path.of("-"), Path.of("-"), Kind.OUT, Inputs.none(), out);
    }

    /** Returns the same, where standard output is something else. */
    public Target withStandardOutput(OutputStream other) {
        return new Target(named, place, kind, inputs, other, teller);
    }

    /** Returns the same, which says in a sentence that it waits for whoever is to read what is written. */
    public Target telling(Consumer<String> other) {
        return new Target(named, place, kind, inputs, out, other);
    }

    /** Complains of a name without a letter, by which the current folder would be meant. */
    static void requireNamed(Path named) throws IOException {
        if (named.toString().isEmpty()) {
            throw new IOException("The name to write to is empty: was it to come from a variable that is not set?");
        }
    }

    private static Target found(Path named, Inputs inputs) throws IOException {
        requireNamed(named);
        Path place = named.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            Path folder = place.getParent();
            if (folder == null || Files.isDirectory(place)) {
                throw new IOException(named + " is a directory. Name the file to write in it.");
            }
            if (!Files.isDirectory(folder)) {
                throw new IOException(named + " cannot be written: there is no directory " + folder
                    + ". Create it first.");
            }
            Path real = folder.toRealPath().resolve(place.getFileName());
            Optional<Target> descriptor = descriptor(named, real, inputs);
            if (descriptor.isPresent()) {
                return descriptor.get();
            }
            Optional<BasicFileAttributes> there = attributes(real);
            if (there.isEmpty() || !there.get().isSymbolicLink()) {
                return at(named, real, there, inputs);
            }
            if (DESCRIPTOR.matcher(real.toString()).matches() && !Files.isRegularFile(real)) {
                // Another process' pipe: its name says nothing that could be opened.
                return other(named, real);
            }
            place = folder.toRealPath().resolve(Files.readSymbolicLink(real));
        }
        throw new IOException(named + " is a link that leads nowhere. Name another file.");
    }

    private static Optional<Target> descriptor(Path named, Path real, Inputs inputs) throws IOException {
        Matcher descriptor = DESCRIPTOR.matcher(real.toString());
        if (!descriptor.matches() || (descriptor.group(1) != null
            && !descriptor.group(1).equals(Long.toString(ProcessHandle.current().pid())))) {
            return Optional.empty();
        }
        inputs.require(real, named);
        switch (descriptor.group(2) == null ? descriptor.group(3) : descriptor.group(2)) {
            case "1":
                return Optional.of(new Target(named, real, Kind.OUT, inputs, new FileOutputStream(FileDescriptor.out)));
            case "2":
                return Optional.of(new Target(named, real, Kind.ERR, inputs, new FileOutputStream(FileDescriptor.err)));
            default:
                if (!Files.exists(real)) {
                    throw new IOException(named + " is not open. Name a file.");
                }
                return Optional.of(other(named, real));
        }
    }

    private static Target at(Path named, Path place, Optional<BasicFileAttributes> there, Inputs inputs)
            throws IOException {
        if (there.isPresent() && there.get().isOther()) {
            return other(named, place);
        }
        inputs.require(place, named);
        if (there.isPresent() && !Files.isWritable(place)) {
            throw new IOException(named + " cannot be written: it is write-protected. Choose another place.");
        }
        return new Target(named, place, Kind.FILE, inputs, OutputStream.nullOutputStream());
    }

    private static Target other(Path named, Path place) throws IOException {
        boolean isSocket = place.getFileSystem().supportedFileAttributeViews().contains("unix")
            && ((int) Files.getAttribute(place, "unix:mode") & TYPE) == SOCKET;
        if (!Files.isWritable(place)) {
            throw new IOException(named + " cannot be written: permission denied. Choose another place.");
        }
        return new Target(named, place, isSocket ? Kind.SOCKET : Kind.OTHER, Inputs.none(),
            OutputStream.nullOutputStream());
    }

    private static Optional<BasicFileAttributes> attributes(Path place) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException free) {
            return Optional.empty();
        }
    }

    static String reason(IOException failed) {
        if (failed instanceof FileSystemException && ((FileSystemException) failed).getReason() != null) {
            String reason = ((FileSystemException) failed).getReason();
            return reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
        }
        return failed instanceof AccessDeniedException ? "permission denied" : "the system refuses it";
    }

    /** Returns the name that was given. */
    public Path named() {
        return named;
    }

    /** Returns whether the name ends so, in small letters or capitals. */
    public boolean endsWith(String ending) {
        return named.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Returns whether that is the standard output of this process, where nothing else should be said then. */
    public boolean isStandardOutput() {
        return kind == Kind.OUT;
    }

    /** Returns whether it is a file, which is replaced in full or not at all. */
    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /**
     * Fails now, before a long computation, if nothing can be written there.
     *
     * @throws IOException as {@link Output#to} would
     */
    public void requireWritable() throws IOException {
        if (isFile()) {
            Output.to(this).close();
        }
    }

    /** Returns the file, or the device, itself. */
    Path place() {
        return place;
    }

    /** Checks once more, just before the file is replaced. */
    void requireNoInput() throws OverwriteException {
        inputs.require(place, named);
    }

    /** Opens what is no file. */
    OutputStream open() throws IOException {
        switch (kind) {
            case OUT:
            case ERR:
                return out;
            case SOCKET:
                return connected();
            default:
                return Files.isRegularFile(place)
                    ? Files.newOutputStream(place, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    : opened();
        }
    }

    /** A named pipe opens when somebody reads it. */
    private OutputStream opened() throws IOException {
        try (Patience patience = new Patience(Patience.USUAL_MILLIS, seconds -> teller.accept("Nobody has read " + named
                + " for " + seconds + " s; memdump waits for a reader. Ctrl-C ends memdump."))) {
            patience.begin();
            return Files.newOutputStream(place, StandardOpenOption.WRITE);
        }
    }

    /** Since Java 16 there are sockets in the file system, and this is compiled for 11. */
    private OutputStream connected() throws IOException {
        try {
            SocketAddress address = (SocketAddress) Class.forName("java.net.UnixDomainSocketAddress")
                .getMethod("of", Path.class).invoke(null, place);
            return Channels.newOutputStream(SocketChannel.open(address));
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException
            | InvocationTargetException old) {
            throw new IOException(named + " is a socket, which this Java cannot write into. Take Java 17.", old);
        } catch (IOException refused) {
            throw new IOException(named + " is a socket, and nobody listens (" + refused.getMessage() + ").", refused);
        }
    }

    @Override
    public String toString() {
        return named.toString();
    }
}
