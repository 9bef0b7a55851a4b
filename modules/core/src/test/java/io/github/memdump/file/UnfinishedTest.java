package io.github.memdump.file;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
