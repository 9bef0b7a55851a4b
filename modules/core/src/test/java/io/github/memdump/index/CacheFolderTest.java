package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its absolute paths look otherwise")
class CacheFolderTest {
    private static Optional<Path> folder(String system, Map<String, String> environment) {
        return CacheFolder.of(name -> Optional.ofNullable(environment.get(name)), system);
    }

    private static Optional<Path> path(String path) {
        return Optional.of(Path.of(path));
    }

    @Test
    void eachSystemHasAPlaceForIt() {
        assertEquals(path("/home/a/.cache/memdump"), folder("Linux", Map.of("HOME", "/home/a")));
        assertEquals(path("/c/memdump"), folder("Linux", Map.of("HOME", "/home/a", "XDG_CACHE_HOME", "/c")));
        assertEquals(path("/Users/a/Library/Caches/memdump"), folder("Mac OS X", Map.of("HOME", "/Users/a")));
        assertEquals(path("/local/memdump/cache"), folder("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    }

    @Test
    void theVariableGoesFirst() {
        assertEquals(path("/x"), folder("Linux", Map.of("HOME", "/home/a", "MEMDUMP_CACHE", "/x")));
        assertEquals(Optional.of(Path.of("x").toAbsolutePath()), folder("Linux", Map.of("MEMDUMP_CACHE", "x")));
    }

    @Test
    void aRelativePlaceOfTheSystemIsPassedOver() {
        assertEquals(path("/home/a/.cache/memdump"), folder("Linux", Map.of("HOME", "/home/a", "XDG_CACHE_HOME", "c")));
    }

    @Test
    void whereNothingIsKnownThereIsNone() {
        assertEquals(Optional.empty(), folder("Linux", Map.of()));
        assertEquals(Optional.empty(), folder("Windows 11", Map.of("HOME", "/home/a")));
        assertEquals(Optional.empty(), folder("Linux", Map.of("MEMDUMP_CACHE", "\0")));
    }

    @Test
    void noIndexIsWantedIfTheVariableSaysSo() {
        Map<String, String> environment = Map.of("HOME", "/home/a", "MEMDUMP_NO_INDEX", "1");
        assertEquals(Optional.empty(), IndexCache.ofUser(name -> Optional.ofNullable(environment.get(name))));
    }
}
