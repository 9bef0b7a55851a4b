package io.github.memdump.gephi.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.file.OverwriteException;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.GraphView;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.spi.CharacterExporter;
import org.gephi.io.exporter.spi.Exporter;
import org.gephi.io.exporter.spi.GraphExporter;
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

final class GuardedExportsTest {
    @TempDir
    private Path folder;
    private Path dump;
    private final ExportController exports = Lookup.getDefault().lookup(ExportController.class);

    @BeforeEach
    void open() throws Exception {
        dump = RandomHeap.ofSeed(11).objects(80).after().writeTo(folder.resolve("after.json"));
        List<DumpFile> dumps = List.of(DumpFile.of(dump));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.of(20, 30)), dumps, new TicketTask());
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void gephiExportsThroughIt() {
        assertInstanceOf(GuardedExports.class, exports);
        assertEquals(1, Lookup.getDefault().lookupAll(ExportController.class).size());
    }

    @Test
    void aDumpThatIsShownIsNotReplaced() throws IOException {
        byte[] bytes = Files.readAllBytes(dump);
        Path link = Files.createLink(folder.resolve("graph.gexf"), dump);
        for (Path place : List.of(dump, link)) {
            assertThrows(OverwriteException.class, () -> exports.exportFile(place.toFile(), new Lines(3, true)));
        }
        assertArrayEquals(bytes, Files.readAllBytes(dump));
    }

    @Test
    void anExportIsItsOwnersAloneAndWhole() throws IOException {
        Path out = folder.resolve("graph.txt");
        Lines exporter = new Lines(3, true);
        exports.exportFile(out.toFile(), exporter);
        assertEquals("line\nline\nline\n", Files.readString(out));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
        assertEquals(Gephi.workspace(), exporter.getWorkspace());
        assertEquals(List.of("after.json", "graph.txt"), names());
    }

    @Test
    void anExporterMayCloseWhatItWritesTo() throws IOException {
        Path out = folder.resolve("graph.txt");
        Lines exporter = new Lines(2, true);
        exporter.closes = true;
        exports.exportFile(out.toFile(), exporter);
        assertEquals("line\nline\n", Files.readString(out));
    }

    @Test
    void whatIsCancelledLeavesTheEarlierFile() throws IOException {
        Path out = Files.writeString(folder.resolve("graph.txt"), "earlier");
        exports.exportFile(out.toFile(), new Lines(3, false));
        assertEquals("earlier", Files.readString(out));
        assertEquals(List.of("after.json", "graph.txt"), names());
    }

    @Test
    void aFailureThatTheExporterKeepsToItselfIsSaid() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        IOException failed = assertThrows(IOException.class,
            () -> exports.exportFile(full.toFile(), new Lines(100_000, true)));
        assertTrue(failed.getMessage().startsWith("No space"), failed.getMessage());
    }

    @Test
    void anExportOfWhatIsVisibleHoldsWhatTheFilterLeavesWithAllColumns() throws IOException {
        GraphModel model = Gephi.graph();
        GraphView view = model.createView();
        Node kept = model.getGraph().getEdges().toArray()[0].getSource();
        model.getGraph(view).addNode(kept);
        model.setVisibleView(view);
        Path out = folder.resolve("visible.gdf");
        Exporter exporter = exports.getFileExporter(out.toFile());
        ((GraphExporter) exporter).setExportVisible(true);
        exports.exportFile(out.toFile(), exporter);
        List<String> lines = Files.readAllLines(out);
        assertEquals(3, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("nodedef>") && lines.get(2).startsWith("edgedef>"), lines.toString());
        assertTrue(lines.get(1).startsWith(String.valueOf(kept.getId())), lines.get(1));
        for (Column column : model.getNodeTable()) {
            assertTrue(column.isProperty() || lines.get(0).contains(column.getTitle() + " "), column.getTitle());
        }
        ((GraphExporter) exporter).setExportVisible(false);
        Path all = folder.resolve("all.gdf");
        exports.exportFile(all.toFile(), exporter);
        assertEquals(model.getGraph().getNodeCount() + model.getGraph().getEdgeCount() + 2,
            Files.readAllLines(all).size());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    /** Writes lines, and keeps failures to itself as Gephi's exporters do. */
    private static final class Lines implements CharacterExporter {
        private final int lines;
        private final boolean done;
        private Writer writer;
        private Workspace workspace;
        private boolean closes;

        Lines(int lines, boolean done) {
            this.lines = lines;
            this.done = done;
        }

        @Override
        public boolean execute() {
            try {
                for (int i = 0; i < lines; i++) {
                    writer.write("line\n");
                }
                if (closes) {
                    writer.close();
                }
            } catch (IOException swallowed) {
                return done;
            }
            return done;
        }

        @Override
        public void setWriter(Writer to) {
            writer = to;
        }

        @Override
        public Workspace getWorkspace() {
            return workspace;
        }

        @Override
        public void setWorkspace(Workspace of) {
            workspace = of;
        }
    }
}
