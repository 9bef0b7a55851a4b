package io.github.memdump.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void theFileIsThereOnlyAfterTheCommit() throws IOException {
        Path target = folder.resolve("out.csv");
        try (AtomicFile file = AtomicFile.beside(target)) {
            file.stream().write('x');
            assertFalse(Files.exists(target));
            file.commit();
        }
        assertEquals("x", Files.readString(target));
        assertEquals(List.of("out.csv"), names());
    }

    @Test
    void withoutACommitAnEarlierFileStaysAndNothingElseIsLeft() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "earlier");
        try (AtomicFile file = AtomicFile.beside(target)) {
            file.stream().write("half".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("earlier", Files.readString(target));
        assertEquals(List.of("out.csv"), names());
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes here");
        Path target = folder.resolve("secret");
        try (AtomicFile file = AtomicFile.beside(target)) {
            Files.delete(file.path());
            Files.writeString(file.path(), "made anew by another program");
            file.commit();
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void aSymbolicLinkStaysAndWhatItPointsToIsReplaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "earlier");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (AtomicFile file = AtomicFile.beside(link)) {
            file.stream().write('x');
            file.commit();
        }
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(real));
    }

    @Test
    void aMissingFolderAndADirectoryAreToldInWords() {
        IOException missing = assertThrows(IOException.class,
            () -> AtomicFile.beside(folder.resolve("no").resolve("out")));
        assertTrue(missing.getMessage().contains("there is no directory"), missing.getMessage());
        IOException directory = assertThrows(IOException.class, () -> AtomicFile.beside(folder));
        assertTrue(directory.getMessage().contains("is a directory"), directory.getMessage());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
