package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final String DUMP = "{\"type\":\"ROOT\",\"root\":\"vm\",\"references\":[]}\n";

    @TempDir
    Path folder;

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("dumps.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name.endsWith(".json") ? DUMP : "Read me").getBytes());
            }
        }
        return file;
    }

    @Test
    void everyDumpOfAnArchiveIsOpenedByItsNameAndReadByNobodyElse() throws IOException {
        List<Path> dumps = Archives.unpacked(List.of(zip("a/before.json", "README", "after.json", "../../evil.json")));
        assertEquals(List.of("before.json", "after.json", "evil.json"),
            dumps.stream().map(dump -> dump.getFileName().toString()).collect(Collectors.toList()));
        for (Path dump : dumps) {
            assertEquals(DUMP, Files.readString(dump));
            assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(dump.getParent())));
            assertEquals(dumps.get(0).getParent(), dump.getParent(), "nothing is written elsewhere");
        }
    }

    @Test
    void anArchiveWithoutADumpSaysSo() throws IOException {
        Path file = zip("README");
        IOException none = assertThrows(IOException.class, () -> Archives.unpacked(List.of(file)));
        assertTrue(none.getMessage().contains("no Ruby heap dump"), none.getMessage());
    }
}
