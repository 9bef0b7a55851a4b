package io.github.memdump.cli.interactive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;

/** Where the lines of sessions are kept: {@code memdump/history} in the user's folder of settings, his alone. */
final class HistoryFile {
    private HistoryFile() {
    }

    /** Returns the file, which is there; nothing if it cannot be made, which is no reason to fail. */
    static Optional<Path> of(Function<String, Optional<String>> environment) {
        try {
            Optional<Path> folder = folder(environment);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            Path file = folder.get().resolve("history");
            boolean isPosix = folder.get().getFileSystem().supportedFileAttributeViews().contains("posix");
            if (!isPosix) {
                Files.createDirectories(folder.get());
                return Optional.of(file);
            }
            Files.createDirectories(folder.get(), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwx------")));
            if (Files.notExists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return Optional.of(file);
        } catch (IOException | InvalidPathException | UnsupportedOperationException denied) {
            return Optional.empty();
        }
    }

    private static Optional<Path> folder(Function<String, Optional<String>> environment) {
        return environment.apply("XDG_CONFIG_HOME").map(Path::of).filter(Path::isAbsolute)
            .or(() -> environment.apply("APPDATA").map(Path::of).filter(Path::isAbsolute))
            .or(() -> environment.apply("HOME").map(home -> Path.of(home, ".config")).filter(Path::isAbsolute))
            .map(folder -> folder.resolve("memdump"));
    }
}
