package io.github.memdump.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
    private static final int ROUNDS = 50;

    @TempDir
    private Path folder;

    @Test
    void aFolderGoesAlsoWhereFilesComeMeanwhile() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path left = Files.createDirectory(folder.resolve("left"));
            Path fresh = Files.createDirectory(left.resolve("new"));
            CountDownLatch begun = new CountDownLatch(1);
            Thread writer = new Thread(() -> {
                try {
                    for (int i = 0; ; i++) {
                        Files.createFile(fresh.resolve("file" + i));
                        begun.countDown();
                    }
                } catch (IOException gone) {
                    // The folder is gone, as it should be.
                }
            });
            writer.start();
            begun.await();
            Unfinished.remove(left);
            writer.join();
            assertFalse(Files.exists(left), "round " + round);
        }
    }

    @Test
    void whatSomebodyElseHasPutInItsPlaceIsLeft() throws Exception {
        Path place;
        try (Unfinished unfinished = Unfinished.in(folder)) {
            place = unfinished.file();
            Files.move(place, folder.resolve("away"));
            Files.createFile(Files.createDirectory(place).resolve("theirs"));
            assertThrows(FileSystemException.class, () -> unfinished.requireOwn(place));
        }
        assertTrue(Files.exists(place.resolve("theirs")));
    }

    @Test
    void whatIsGoneIsNotItsOwn() throws Exception {
        try (Unfinished unfinished = Unfinished.in(folder)) {
            Files.delete(unfinished.file());
            assertThrows(FileSystemException.class, () -> unfinished.requireOwn(unfinished.file()));
        }
    }

    @Test
    void aLinkThatSomebodyHasPutInItsPlaceDoesNotChangeTheModeOfItsTarget() throws Exception {
        Path victim = Files.createFile(folder.resolve("victim"));
        Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), victim);
        assertThrows(FileSystemException.class, () -> Modes.setFile(link));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(victim)));
    }
}
