package io.github.memdump.gephi.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorLaunchTest {
    @TempDir
    private Path folder;

    @Test
    void anAddressIsOneWordToTheProgramThatOpensIt() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
        Path opener = Files.writeString(folder.resolve("opener"),
            "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$1\" > \"$0.said\"\n");
        Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
        URI address = URI.create("editor://file/app/a%20b.rb:12?x=$(id)&y=;");
        assertEquals(0, EditorLaunch.open(address, opener.toString()).waitFor());
        assertEquals("1\n" + address + "\n", Files.readString(folder.resolve("opener.said")));
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        String absent = folder.resolve("absent").toString();
        IOException failed = assertThrows(IOException.class,
            () -> EditorLaunch.open(URI.create("editor://file/app/a.rb"), absent));
        assertTrue(failed.getMessage().contains(absent), failed.getMessage());
    }

    @Test
    void anOpenerThatFindsNoProgramIsToldOf() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
        Path opener = Files.writeString(folder.resolve("opener"), "#!/bin/sh\nexit $(($# + 2))\n");
        Files.setPosixFilePermissions(opener, PosixFilePermissions.fromString("rwx------"));
        Process process = EditorLaunch.open(URI.create("editor://file/app/a.rb"), opener.toString());
        IOException failed = assertThrows(IOException.class,
            () -> EditorLaunch.requireOpened(process, "the opener"));
        assertTrue(failed.getMessage().contains("the opener") && failed.getMessage().contains("3"),
            failed.getMessage());
    }
}
