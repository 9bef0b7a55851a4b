package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.DumpException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumpFileTest {
    @TempDir
    private Path folder;

    @Test
    void seesThatAFileWasChangedOrIsGone() throws Exception {
        Path path = Files.write(folder.resolve("a.json"), new byte[200_000]);
        DumpFile dump = DumpFile.of(path);
        assertEquals(DumpFile.State.SAME, dump.state());
        byte[] other = new byte[200_000];
        other[199_999] = 1;
        Files.write(path, other);
        assertEquals(DumpFile.State.CHANGED, dump.state());
        Files.delete(path);
        assertEquals(DumpFile.State.GONE, dump.state());
    }

    @Test
    void aCopyElsewhereHasTheSameContent() throws Exception {
        Path path = Files.writeString(folder.resolve("a.json"), "{}");
        DumpFile dump = DumpFile.of(path);
        DumpFile copy = DumpFile.of(Files.copy(path, folder.resolve("b.json")));
        assertTrue(copy.sameContentAs(dump));
        assertFalse(copy.equals(dump));
    }

    @Test
    void anEmptyFileHasAFingerprintToo() throws Exception {
        assertEquals(DumpFile.State.SAME, DumpFile.of(Files.createFile(folder.resolve("empty"))).state());
    }

    @Test
    void aFolderIsNoDump() {
        DumpException error = assertThrows(DumpException.class, () -> DumpFile.of(folder));
        assertTrue(error.getMessage().contains("is not there"), error.getMessage());
    }

    @Test
    void namesOfUnpackedFilesReadAsTheirArchivesDid() {
        assertEquals("after.json", UnpackedName.of("after.12112564180529650105.json"));
        assertEquals("after.1.json", UnpackedName.of("after.1.json"));
        assertEquals("after.json", UnpackedName.lastOf("/tmp/x/after.12112564180529650105.json"));
        assertEquals("after.json", UnpackedName.lastOf("C:\\dumps\\after.json"));
        assertFalse(UnpackedName.isTemporary("dump-20261122.json"));
    }
}
