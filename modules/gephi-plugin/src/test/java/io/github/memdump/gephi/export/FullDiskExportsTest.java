package io.github.memdump.gephi.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openide.util.Lookup;

/**
 * File &gt; Export by Gephi's own exporters onto a disk that is too small: all of it, or a sentence and no change. GEXF
 * is not among them, for it needs a library that Gephi brings itself, nor is DL, which writes nothing unless its window
 * was used.
 */
final class FullDiskExportsTest {
    /** As Gephi's exporters write 400 nodes, each of them more than the small disk holds. */
    private static final ViewBudget BUDGET = ViewBudget.of(400, 1_000);
    private static final int SMALL = 8 << 10;
    private static final int LARGE = 4 << 20;

    @TempDir
    private Path folder;
    private final ExportController exports = Lookup.getDefault().lookup(ExportController.class);

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gml", "gdf", "net", "csv", "vna", "json"})
    void anExportThatDoesNotFitIsSaidAndTheEarlierFileStays(String ending) throws Exception {
        open();
        Path whole = folder.resolve("whole." + ending);
        exports.exportFile(whole.toFile(), Gephi.workspace());
        assertTrue(Files.size(whole) > SMALL, Files.size(whole) + " bytes");
        Path disk = mounted(SMALL);
        try {
            byte[] earlier = "earlier".getBytes(StandardCharsets.UTF_8);
            Path out = Files.write(disk.resolve("graph." + ending), earlier);
            requireRefused(out.toFile());
            assertArrayEquals(earlier, Files.readAllBytes(out));
            assertEquals(List.of(out), files(disk), "nothing else is left");
            Files.delete(out);
            requireRefused(out.toFile());
            assertEquals(List.of(), files(disk), "no half file");
        } finally {
            unmount(disk);
        }
    }

    @Test
    void anExportThatFitsTakesThePlaceOfTheEarlierFile() throws Exception {
        open();
        Path disk = mounted(LARGE);
        try {
            Path out = Files.writeString(disk.resolve("graph.graphml"), "earlier");
            exports.exportFile(out.toFile(), Gephi.workspace());
            assertTrue(Files.size(out) > SMALL, Files.size(out) + " bytes");
            assertTrue(Files.readString(out).strip().endsWith("</graphml>"));
            assertEquals(List.of(out), files(disk));
        } finally {
            unmount(disk);
        }
    }

    private void requireRefused(File file) {
        Workspace workspace = Gephi.workspace();
        assertNotNull(exports.getFileExporter(file), "no exporter for " + file.getName());
        IOException failed = assertThrows(IOException.class, () -> exports.exportFile(file, workspace));
        assertTrue(failed.getMessage().startsWith("No space"), failed.getMessage());
    }

    private void open() throws Exception {
        Path dump = RandomHeap.ofSeed(11).objects(1_500).after().writeTo(folder.resolve("after.json"));
        List<DumpFile> dumps = List.of(DumpFile.of(dump));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.HEAP, dumps, "", BUDGET), dumps, new TicketTask());
    }

    private Path mounted(int bytes) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "mode=700,size=" + bytes, "tmpfs",
            disk.toString()).redirectErrorStream(true).start();
        assumeTrue(mount.waitFor() == 0, "a small disk can be mounted by root only");
        return disk;
    }

    private static void unmount(Path disk) throws Exception {
        assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
    }

    private static List<Path> files(Path disk) throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.collect(Collectors.toList());
        }
    }
}
