package io.github.memdump.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Files that are read, dumps above all, and so must not be replaced by what is written. Immutable, thread-safe. */
public final class Inputs {
    private static final Inputs NONE = new Inputs(List.of());

    private final List<Path> files;

    private Inputs(List<Path> files) {
        this.files = files;
    }

    /** Returns no inputs: of what is written, nothing can be one. */
    public static Inputs none() {
        return NONE;
    }

    /** Returns some inputs; those that do not exist do no harm. */
    public static Inputs of(Collection<Path> files) {
        return new Inputs(List.copyOf(files));
    }

    /**
     * Returns the input that a place is, by whatever path or link it is called: a hard link, a symbolic one, a
     * descriptor, a relative path. Devices and pipes are never in danger.
     */
    public Optional<Path> sameAs(Path place) {
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        return files.stream().filter(file -> isSame(file, place)).findFirst();
    }

    private static boolean isSame(Path file, Path place) {
        try {
            return Files.isRegularFile(file) && Files.isSameFile(file, place);
        } catch (IOException unknown) {
            return file.toAbsolutePath().normalize().equals(place.toAbsolutePath().normalize());
        }
    }

    /** Complains if a place is one of them. */
    void require(Path place, Path named) throws OverwriteException {
        Optional<Path> input = sameAs(place);
        if (input.isPresent()) {
            throw new OverwriteException(input.get().equals(named)
                ? named + " is the dump itself, which would be lost. Name another file to write."
                : named + " is the same file as " + input.get() + ", which is read here and would be lost. Name another"
                    + " file to write.");
        }
    }
}
