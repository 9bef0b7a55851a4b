package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.prefs.Preferences;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.NbPreferences;

class PackedDumpTest {
    private static final String TEXT = "{\"type\":\"ROOT\",\"root\":\"vm\",\"references\":[]}\n".repeat(5_000);

    @TempDir
    Path folder;

    private final Preferences preferences = NbPreferences.forModule(PackedDumpTest.class);
    private Path copy;

    @BeforeEach
    void unpack() throws IOException {
        copy = Files.writeString(folder.resolve("after.8557153711169813922.json"), TEXT);
    }

    @AfterEach
    void forget() {
        preferences.remove("lastFolder");
    }

    private static Path packed(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes());
        }
        return file;
    }

    @Test
    void theArchiveOfACopyIsFoundWhereADialogWasLast() throws IOException {
        Path archives = Files.createDirectory(folder.resolve("dumps"));
        Path original = packed(archives.resolve("after.json.gz"), TEXT);
        assertEquals(copy, PackedDump.original(copy), "no dialog was there");
        preferences.put("lastFolder", archives.toString());
        assertEquals(original, PackedDump.original(copy));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        assertEquals(original, PackedDump.original(original));
    }

    @Test
    void anotherArchiveOfThatNameIsNotTaken() throws IOException {
        assertFalse(PackedDump.holds(packed(folder.resolve("a.gz"), TEXT + "x"), copy));
        assertFalse(PackedDump.holds(packed(folder.resolve("b.gz"), "x" + TEXT.substring(1)), copy));
        assertFalse(PackedDump.holds(Files.writeString(folder.resolve("c.gz"), TEXT), copy));
        assertFalse(PackedDump.holds(folder.resolve("missing.gz"), copy));
        assertTrue(PackedDump.holds(packed(folder.resolve("d.gz"), TEXT), copy));
    }

    @Test
    void aDumpIsTheSameWhetherItIsPackedOrNot() throws Exception {
        DumpFile plain = DumpFile.of(copy);
        DumpFile archive = DumpFile.of(packed(folder.resolve("after.json.gz"), TEXT));
        assertTrue(plain.sameDumpAs(archive) && archive.sameDumpAs(plain));
        assertFalse(plain.sameContentAs(archive));
        DumpFile other = DumpFile.of(packed(folder.resolve("other.json.gz"), TEXT + TEXT));
        assertFalse(plain.sameDumpAs(other));
    }
}
