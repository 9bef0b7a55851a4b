package io.github.memdump.cli.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
class HistoryFileTest {
    @TempDir
    private Path folder;

    private static Optional<Path> of(Map<String, String> environment) {
        return HistoryFile.of(name -> Optional.ofNullable(environment.get(name)));
    }

    @Test
    void isTheUsersAlone() throws IOException {
        Path file = of(Map.of("HOME", folder.toString())).orElseThrow();
        assertEquals(folder.resolve(".config/memdump/history"), file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(file, "dump.size()\n");
        of(Map.of("HOME", folder.toString()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("dump.size()\n", Files.readString(file));
    }

    @Test
    void goesWhereSettingsAreOrNowhere() throws IOException {
        Path settings = folder.resolve("settings");
        assertEquals(Optional.of(settings.resolve("memdump/history")), of(Map.of("HOME", folder.toString(),
            "XDG_CONFIG_HOME", settings.toString())));
        assertTrue(of(Map.of()).isEmpty());
        Files.writeString(folder.resolve(".config"), "a file in the way");
        assertTrue(of(Map.of("HOME", folder.toString())).isEmpty());
    }
}
