package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.spi.FileImporterBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.util.Lookup;

final class DumpImporterBuilderTest {
    private static final String DUMP = HeapDsl.heap().root("vm", "a").object("a").text();
    private static final String GEXF = "<?xml version=\"1.0\"?><gexf version=\"1.3\"><graph/></gexf>";

    @TempDir
    private Path folder;

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
            Arguments.of("dump.json", bytes(DUMP), true),
            Arguments.of("dump.txt", bytes(DUMP), true),
            Arguments.of("dump", bytes(DUMP), true),
            Arguments.of("since.json", bytes("{\"address\":\"0x7f00\", \"type\":\"STRING\"}\n"), true),
            Arguments.of("spaced.json", bytes(" { \"address\" : \"0x7f00\" }\n"), true),
            Arguments.of("dump.json.gz", packed(DUMP), true),
            Arguments.of("dump.gz", packed(DUMP), true),
            Arguments.of("stored.json.gz", packed(DUMP + longString(), Deflater.NO_COMPRESSION), true),
            Arguments.of("fast.json.gz", packed(DUMP + longString(), Deflater.BEST_SPEED), true),
            Arguments.of("best.json.gz", packed(DUMP + longString(), Deflater.BEST_COMPRESSION), true),
            Arguments.of("tiny-first-member.json.gz", joined(packed("{"), packed(DUMP.substring(1))), true),
            Arguments.of("empty-first-member.json.gz", joined(packed(""), packed(DUMP)), true),
            Arguments.of("dump.gexf", bytes(DUMP), true),
            Arguments.of("graph.gexf", bytes(GEXF), false),
            Arguments.of("gexf.json", bytes(GEXF), false),
            Arguments.of("graph.json", bytes("{\"nodes\":[{\"id\":1}],\"edges\":[]}"), false),
            Arguments.of("array.json", bytes("[{\"address\":\"0x1\"}]"), false),
            Arguments.of("sigma.json", bytes("{\"type\":\"graph\",\"nodes\":[]}"), false),
            Arguments.of("place.json", bytes("{\"address\":\"12 High Street\"}"), false),
            Arguments.of("graph.json.gz", packed("{\"nodes\":[]}"), false),
            Arguments.of("empty.json", new byte[0], false),
            Arguments.of("header.gz", new byte[] {0x1F, (byte) 0x8B}, false),
            Arguments.of("binary.json", new byte[] {0, 1, 2, 3, (byte) 0xFF}, false));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String longString() {
        return "{\"address\":\"0x99\", \"type\":\"STRING\", \"value\":\"" + "text ".repeat(10_000) + "\"}\n";
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] packed(String text) throws IOException {
        return packed(text, Deflater.DEFAULT_COMPRESSION);
    }

    private static byte[] packed(String text, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        }) {
            packing.write(bytes(text));
        }
        return out.toByteArray();
    }

    private FileObject file(String name, byte[] content) throws IOException {
        FileObject file = FileUtil.toFileObject(Files.write(folder.resolve(name), content).toFile());
        file.refresh();
        return file;
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void goesByTheFirstBytes(String name, byte[] content, boolean dump) throws IOException {
        assertEquals(dump, new DumpImporterBuilder().isMatchingImporter(file(name, content)));
    }

    @Test
    void anArchiveCutOffIsRecognised() throws IOException {
        byte[] whole = Files.readAllBytes(GoldenDumps.RUBY_3_1.after());
        assertTrue(new DumpImporterBuilder().isMatchingImporter(
            file("cut.json.gz", Arrays.copyOf(whole, whole.length / 3))));
    }

    @Test
    void aFolderIsNoDump() {
        assertFalse(new DumpImporterBuilder().isMatchingImporter(FileUtil.toFileObject(folder.toFile())));
    }

    @Test
    void comesBeforeEveryOtherImporter() {
        FileImporterBuilder first = Lookup.getDefault().lookupAll(FileImporterBuilder.class).iterator().next();
        assertEquals(DumpImporterBuilder.class, first.getClass());
    }

    @Test
    void leavesOtherGraphsToTheirImporters() throws IOException {
        ImportController controller = Lookup.getDefault().lookup(ImportController.class);
        assertEquals("ImporterGEXF", controller.getFileImporter(file("graph.gexf", bytes(GEXF)))
            .getClass().getSimpleName());
        assertEquals(DumpImporter.class, controller.getFileImporter(file("dump.json", bytes(DUMP))).getClass());
    }
}
