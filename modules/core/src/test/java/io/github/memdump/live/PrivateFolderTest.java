package io.github.memdump.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    private Path place;

    private PrivateFolder folder() throws IOException {
        return PrivateFolder.in(place, ".out.", ".unfinished", Optional.empty());
    }

    private static void write(PrivateFolder.PrivateFile file, String text) throws IOException {
        file.channel().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    private Path swapped(PrivateFolder.PrivateFile file) throws IOException {
        Path folder = file.path().getParent();
        Files.move(folder, place.resolve("away"));
        return Files.createDirectory(folder);
    }

    @Test
    void itsFilesAreForItsOwnerAndGoWithIt() throws IOException {
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile file = folder.create("dump", Optional.empty());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
            assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path().getParent())));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aFileGetsItsNameOverAFileAndOverALinkThatIsNotFollowed() throws IOException {
        Path victim = Files.writeString(place.resolve("victim"), "precious");
        Path target = Files.createSymbolicLink(place.resolve("out"), victim);
        for (String text : List.of("one", "two")) {
            try (PrivateFolder folder = folder()) {
                assertTrue(folder.hasBeside(target));
                PrivateFolder.PrivateFile file = folder.create("dump", Optional.empty());
                write(file, text);
                file.moveTo(target);
            }
            assertEquals(text, Files.readString(target));
            assertFalse(Files.isSymbolicLink(target));
        }
        assertEquals("precious", Files.readString(victim));
        assertEquals(List.of("out", "victim"), names());
    }

    @Test
    void aLinkToNowhereIsAFileThatIsThere() throws IOException {
        Path target = Files.createSymbolicLink(place.resolve("out"), place.resolve("nowhere"));
        try (PrivateFolder folder = folder()) {
            assertTrue(folder.hasBeside(target));
            assertFalse(folder.hasBeside(place.resolve("other")));
        }
    }

    @Test
    void aFolderThatIsPutInItsPlaceChangesNothing() throws IOException {
        Path target = place.resolve("out");
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile file = folder.create("dump", Optional.empty());
            Files.writeString(swapped(file).resolve("dump"), "planted");
            write(file, "mine");
            file.moveTo(target);
        }
        assertEquals("mine", Files.readString(target));
    }

    @Test
    void anotherFileInItsPlaceIsRefused() throws IOException {
        Path target = place.resolve("out");
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile file = folder.create("dump", Optional.empty());
            Files.delete(file.path());
            Files.writeString(file.path(), "planted");
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-------"));
            assertThrows(LiveException.class, () -> file.moveTo(target));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile file = folder.create("dump", Optional.empty());
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
            assertThrows(LiveException.class, () -> file.moveTo(place.resolve("out")));
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aPlaceThatIsMovedAwayKeepsNothing() throws IOException {
        Path shared = Files.createDirectory(place.resolve("shared"));
        Path moved = place.resolve("moved");
        try (PrivateFolder folder = PrivateFolder.in(shared, ".", "", Optional.empty())) {
            PrivateFolder.PrivateFile file = folder.create("dump", Optional.empty());
            Files.move(shared, moved);
            Files.createDirectory(shared);
            assertThrows(LiveException.class, () -> file.moveTo(shared.resolve("out")));
        }
        assertTrue(Files.isDirectory(moved));
        assertEquals(0, moved.toFile().list().length + shared.toFile().list().length);
    }

    @Test
    void whatOthersSayIsCleanedBeforeItIsShown() {
        assertEquals("a \\x1B[31mred\\x07 \\u{202E}x \\u{200B}\\u{2028}é\\x0A",
            new LiveException("a \u001B[31mred\u0007 \u202Ex \u200B\u2028é\n").getMessage());
    }

    @Test
    void theUserOfAProcessIsWhoseRightsItHas() throws IOException {
        assertEquals(Files.getOwner(Files.createFile(place.resolve("mine"))), OperatingSystem.thisUser());
    }
}
