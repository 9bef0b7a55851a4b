package io.github.memdump.index;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a user's indexes are: {@code MEMDUMP_CACHE}, else the place that the system has for what can be made again:
 * {@code $XDG_CACHE_HOME/memdump} or {@code ~/.cache/memdump}, {@code ~/Library/Caches/memdump} on macOS,
 * {@code %LOCALAPPDATA%\\memdump\\cache} on Windows.
 */
final class CacheFolder {
    private CacheFolder() {
    }

    /** Returns the folder, or nothing where the environment does not say whose it would be. */
    static Optional<Path> of(Function<String, Optional<String>> environment, String system) {
        try {
            Optional<String> given = environment.apply("MEMDUMP_CACHE");
            if (given.isPresent()) {
                return given.map(Path::of).map(Path::toAbsolutePath);
            }
            return systems(environment, system.toLowerCase(Locale.ROOT));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Path> systems(Function<String, Optional<String>> environment, String system) {
        if (system.startsWith("windows")) {
            return absolute(environment.apply("LOCALAPPDATA"))
                .map(folder -> folder.resolve("memdump").resolve("cache"));
        }
        Optional<Path> home = absolute(environment.apply("HOME"));
        if (system.startsWith("mac")) {
            return home.map(folder -> folder.resolve("Library").resolve("Caches").resolve("memdump"));
        }
        // A relative path there is invalid, says the XDG Base Directory Specification.
        return absolute(environment.apply("XDG_CACHE_HOME")).or(() -> home.map(folder -> folder.resolve(".cache")))
            .map(folder -> folder.resolve("memdump"));
    }

    private static Optional<Path> absolute(Optional<String> path) {
        return path.map(Path::of).filter(Path::isAbsolute);
    }
}
