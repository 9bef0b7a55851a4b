package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineVersionTest {
    private static final String READER = "io/github/memdump/dump/DumpReader.class";

    @TempDir
    private Path folder;

    /** Copies the classes that run, changing the one of a name. */
    private Path copy(String name, String changed) throws IOException {
        Path classes = Path.of(URI.create(EngineVersion.class.getProtectionDomain().getCodeSource().getLocation()
            .toString()));
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                Path target = copy.resolve(classes.relativize(file));
                Files.createDirectories(target.getParent());
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 1] ^= (byte) (target.endsWith(changed) ? 1 : 0);
                Files.write(target, bytes);
            }
        }
        return copy;
    }

    @Test
    void itIsKnownAndTheSameForTheSameClasses() throws IOException {
        assertTrue(EngineVersion.current().isPresent());
        assertEquals(EngineVersion.current(), EngineVersion.of(copy("same", "none")));
    }

    @Test
    void aJarHasTheVersionOfItsClasses() throws IOException {
        Path classes = copy("classes", "none");
        Path jar = folder.resolve("core.jar");
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out);
            Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
        assertEquals(EngineVersion.current(), EngineVersion.of(jar));
    }

    @Test
    void whateverReadsDumpsOrCountsTheirObjectsChangesIt() throws IOException {
        for (String name : List.of(READER, "io/github/memdump/heap/ClassNames.class",
            "io/github/memdump/index/IndexWriter.class", "io/github/memdump/analysis/Grouping.class",
            "io/github/memdump/heap/tally/HeapTally.class", "io/github/memdump/analysis/CodeOrigin.class",
            "io/github/memdump/analysis/Histograms.class")) {
            assertNotEquals(EngineVersion.current(), EngineVersion.of(copy(name.replace('/', '_'), name)), name);
        }
    }

    @Test
    void whatAnalysesFurtherDoesNot() throws IOException {
        assertEquals(EngineVersion.current(), EngineVersion.of(copy("other",
            "io/github/memdump/analysis/HeapDiff.class")));
    }

    @Test
    void withoutClassesThereIsNone() throws IOException {
        Path empty = folder.resolve("empty.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }
        assertEquals(OptionalLong.empty(), EngineVersion.of(empty));
    }
}
