package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.live.RubyProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumpFormTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 6, 12, 3, 4);

    private final Preferences preferences = Preferences.userRoot().node("memdump-test-" + System.nanoTime());
    @TempDir
    private Path folder;
    private DumpForm form;

    @BeforeEach
    void inTheFolder() {
        preferences.put("processDumpFolder", folder.toString());
        form = new DumpForm(preferences);
        form.propose(FakeRubyProcesses.SHOP, NOON);
    }

    @AfterEach
    void forget() throws Exception {
        preferences.removeNode();
    }

    @Test
    void proposesNameNumberAndTime() {
        assertEquals(folder.resolve("shop-4711-20240506-120304.json.gz").toString(), form.target());
        assertEquals(Optional.empty(), form.problem());
        assertFalse(form.replaces());
    }

    @Test
    void aProposalFollowsTheProcessButWhatTheUserWroteStays() {
        form.propose(FakeRubyProcesses.JOBS, NOON);
        assertEquals("jobs-4712-20240506-120304.json.gz", form.path().getFileName().toString());
        form.write(folder.resolve("mine.json").toString());
        form.propose(FakeRubyProcesses.SHOP, NOON);
        assertEquals("mine.json", form.path().getFileName().toString());
    }

    @Test
    void theNameAndTheCompressionGoTogether() {
        form.compress(false);
        assertEquals("shop-4711-20240506-120304.json", form.path().getFileName().toString());
        form.propose(FakeRubyProcesses.row(5, "next", RubyProcess.Tracing.LOADED), NOON);
        assertEquals("next-5-20240506-120304.json", form.path().getFileName().toString());
        form.compress(true);
        assertTrue(form.target().endsWith(".json.gz"));
        form.write(folder.resolve("mine.json").toString());
        assertFalse(form.compresses());
        form.write(folder.resolve("mine.json.gz").toString());
        assertTrue(form.compresses());
    }

    @Test
    void saysWhyAFileCannotBeWritten() throws IOException {
        form.write("");
        assertTrue(form.problem().orElseThrow().startsWith("Name the file"));
        form.write(folder.toString());
        assertTrue(form.problem().orElseThrow().contains("is a folder"));
        form.write(folder.resolve("none/x.json").toString());
        assertTrue(form.problem().orElseThrow().startsWith("There is no folder"));
        form.write("a\0b");
        assertTrue(form.problem().orElseThrow().contains("cannot be the name"));
        form.write(Files.writeString(folder.resolve("there.json"), "precious").toString());
        assertEquals(Optional.empty(), form.problem());
        assertTrue(form.replaces());
    }

    @Test
    void remembersFolderAndOptions() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        form.write(other.resolve("x.json").toString());
        form.full(true);
        form.collectGarbage(false);
        form.remember(preferences);
        DumpForm next = new DumpForm(preferences);
        next.propose(FakeRubyProcesses.SHOP, NOON);
        assertEquals(other.resolve("shop-4711-20240506-120304.json"), next.path());
        assertTrue(next.isFull());
        assertFalse(next.collectsGarbage());
        assertFalse(next.compresses());
    }
}
