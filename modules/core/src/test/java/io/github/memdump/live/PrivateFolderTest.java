package io.github.memdump.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.live.attach.LiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    void aPipeIsForItsOwnerAndEndsWhenAllHaveLetGo() throws IOException {
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile pipe = folder.createPipe("pipe", Optional.empty());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pipe.path())));
            assertEquals(pipe.identity(), FileIdentity.at(pipe.path()));
            try (Pump pump = new Pump(pipe.another())) {
                write(pipe, "said");
                pipe.channel().close();
                assertEquals("said", new String(pump.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertEquals(List.of(), names());
    }

    @Test
    void aPipeThatNobodyWritesIsWaitedForAsLongAsTheReaderHasPatience() throws IOException {
        try (PrivateFolder folder = folder(); Pump pump = new Pump(folder.createPipe("pipe", Optional.empty())
            .another())) {
            pump.askedBy(silence -> {
                throw new LiveException("enough");
            });
            assertEquals("enough", assertThrows(LiveException.class, pump::read).getMessage());
        }
    }

    @Test
    void aFolderThatIsPutInItsPlaceChangesNothing() throws IOException {
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile file = folder.create("code", Optional.empty());
            FileIdentity made = file.identity();
            Path planted = Files.writeString(swapped(file).resolve("code"), "planted");
            assertEquals("planted", Files.readString(file.path()));
            assertFalse(made.equals(FileIdentity.at(planted)));
            assertThrows(LiveException.class, () -> folder.createPipe("pipe", Optional.empty()));
        }
        assertEquals(List.of(), List.of(place.resolve("away").toFile().list()));
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

    @Test
    void aFileIsClaimedAsLongAsItsFolderIsThere() throws IOException {
        try (PrivateFolder folder = folder()) {
            PrivateFolder.PrivateFile file = folder.create("code", Optional.empty());
            assertFalse(PrivateFolder.isClaimed(file.path()));
            file.claim();
            assertTrue(PrivateFolder.isClaimed(file.path()));
            assertTrue(PrivateFolder.isClaimed(file.path()), "to look at it has ended the claim");
        }
        assertEquals(List.of(), names());
    }

    @Test
    void anotherProgramsClaimEndsWithThatProgram() throws Exception {
        Path code = Files.writeString(place.resolve("code"), "claimed");
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), Claimer.class.getName(), code.toString()).start();
        try {
            assertEquals('c', other.getInputStream().read());
            assertTrue(PrivateFolder.isClaimed(code));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertFalse(PrivateFolder.isClaimed(code));
    }

    /** A program that claims a file and waits to be killed. */
    static final class Claimer {
        private Claimer() {
        }

        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.print("c");
                System.out.flush();
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
