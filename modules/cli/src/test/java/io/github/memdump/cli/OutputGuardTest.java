package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No command writes over what it reads; devices and pipes are written into. */
class OutputGuardTest {
    @TempDir
    private Path folder;
    private Path before;
    private Path after;

    @BeforeEach
    void writeDumps() throws IOException {
        HeapDsl heap = HeapDsl.heap().klass("Store").root("vm", "store").object("store").ofClass("Store")
            .string("text", "a secret").heldBy("store");
        before = heap.writeTo(folder.resolve("before.json"));
        heap.writeTo(folder.resolve("between.json"));
        after = heap.then().string("more", "another secret").heldBy("store").writeTo(folder.resolve("after.json"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void aDumpOfTheCommandLineIsNeverReplaced(Writer writer) throws IOException {
        byte[] dumpBefore = Files.readAllBytes(before);
        byte[] dumpAfter = Files.readAllBytes(after);
        Files.createDirectory(folder.resolve("out"));
        Path hard = folder.resolve("out").resolve("hard" + writer.ending());
        Path link = folder.resolve("out").resolve("link" + writer.ending());
        for (Path dump : writer.reads(before, after)) {
            Files.createLink(hard, dump);
            Files.createSymbolicLink(link, dump);
            List<Path> places = new ArrayList<>(List.of(hard, link,
                folder.resolve("out").resolve("..").resolve("out").resolve("link" + writer.ending())));
            if (!writer.hasKnownEndings()) {
                places.add(dump);
                places.add(Path.of("").toAbsolutePath().relativize(dump.toAbsolutePath()));
            }
            for (Path place : places) {
                writer.to(place, before, after).fails(2, "would be lost", "Name another file");
            }
            Files.delete(hard);
            Files.delete(link);
        }
        assertArrayEquals(dumpBefore, Files.readAllBytes(before));
        assertArrayEquals(dumpAfter, Files.readAllBytes(after));
        assertEquals(List.of("after.json", "before.json", "between.json", "out"), names());
    }

    @Test
    void wordsThatAreNoFilesDoNotForbidAnOutputOfTheirName() throws IOException {
        Path named = Path.of("class");
        assertFalse(Files.exists(named), "the test writes here");
        try {
            Files.writeString(named, "an earlier table");
            CommandRun.of("table", after, "--columns", "class", "-o", named).quiet();
            assertTrue(Files.readString(named).startsWith("class"), "it was replaced");
        } finally {
            Files.deleteIfExists(named);
        }
    }

    @Test
    void aReportDoesNotReplaceADumpAmongItsFiles() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path dump = Files.copy(after, out.resolve("report.json"));
        byte[] bytes = Files.readAllBytes(dump);
        CommandRun.of("report", before, dump, "-o", out).fails(2, "report.json", "would be lost");
        assertArrayEquals(bytes, Files.readAllBytes(dump));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void anOperationInPlaceIsAskedForAndKeepsValues() throws IOException {
        CommandRun.of("replace-class", after, after).fails(2, "would be lost");
        CommandRun.of("replace-class", after, "-o", after, "--in-place").fails(2, "--in-place", "is one");
        CommandRun.of("cleanup-refs", "-", "--in-place").fails(2, "standard input");
        CommandRun.of("replace-class", after, "--in-place").quiet();
        String text = Files.readString(after);
        assertTrue(text.contains("\"class\":\"Store\""), text);
        assertTrue(text.contains("another secret"), text);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(after)));
        assertEquals(List.of("after.json", "before.json", "between.json"), names());
    }

    @Test
    void inPlaceAPackedDumpStaysPackedWhateverItsName() throws IOException {
        Path packed = HeapDsl.heap().root("vm", "text").string("text", "a secret").writeGzipTo(folder.resolve("dump"));
        CommandRun.of("cleanup", packed, "--in-place").quiet();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("a secret"));
        }
    }

    @Test
    void aDamagedDumpIsNotReplacedInPlace() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.json"), Files.readString(after) + "{\"half\":\n");
        String text = Files.readString(damaged);
        CommandRun run = CommandRun.of("cleanup", damaged, "--in-place");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("would be lost. Write to another file with -o."), run.err());
        assertEquals(text, Files.readString(damaged));
    }

    @Test
    void standardOutputByItsNameIsWrittenIntoAndNothingElseIsSaidThere() {
        assumeTrue(Files.exists(Path.of("/proc/self/fd/1")), "no /proc here");
        String expected = CommandRun.of("table", after, "--columns", "object,memsize").quiet();
        for (String name : List.of("/dev/stdout", "/dev/fd/1", "-")) {
            CommandRun run = CommandRun.of("table", after, "--columns", "object,memsize", "-o", name);
            assertEquals(0, run.code(), run.err());
            assertEquals(expected, run.out());
            assertTrue(run.err().contains("2 columns"), run.err());
        }
        CommandRun.of("table", after, "--columns", "object", "-o", "/dev/stdout", "--json")
            .fails(2, "cannot both go to standard output");
    }

    @Test
    void devicesAndPipesAreWrittenInto() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/null")), "no /dev/null here");
        CommandRun.of("cleanup", after, "-o", "/dev/null").quiet();
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
        Path pipe = folder.resolve("pipe.png");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
        CommandRun.of("view", "heap", after, "-o", pipe).quiet();
        assertTrue(javax.imageio.ImageIO.read(new ByteArrayInputStream(read.get())).getWidth() > 0);
        assertFalse(Files.isRegularFile(pipe));
        assertEquals(List.of("after.json", "before.json", "between.json", "pipe.png"), names());
    }

    @Test
    void aFullDeviceIsAFailure() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        CommandRun.of("cleanup", after, "-o", full).fails(1, "No space left on device");
        CommandRun.of("table", after, "--columns", "object", "-o", full).fails(1, "No space left on device");
    }

    @Test
    void anEmptyNameMeansNoFolder() throws IOException {
        CommandRun.of("report", before, after, "-o", "").fails(1, "The name to write to is empty");
        CommandRun.of("cleanup", after, "-o", "").fails(1, "The name to write to is empty");
        CommandRun.of("stats", "").fails(1, "The name of a dump is empty");
        assertFalse(Files.exists(Path.of("report.html")));
    }

    @Test
    void aFolderInThePlaceOfAnotherFileIsNamed() throws IOException {
        CommandRun.of("interactive", after, "--script", folder).fails(2, folder.toString(), "is a directory");
        CommandRun.of("report", before, after, "-o", folder.resolve("r"), "--baseline", folder)
            .fails(1, folder.toString(), "is a directory");
    }

    @Test
    void namesOf255BytesAreWrittenAndLongerOnesRefused() throws IOException {
        String longest = "x".repeat(251) + ".png";
        CommandRun.of("view", "heap", after, "-o", folder.resolve(longest)).quiet();
        assertTrue(Files.size(folder.resolve(longest)) > 0);
        CommandRun.of("report", before, after, "-o", folder.resolve("y".repeat(255))).quiet();
        CommandRun.of("cleanup", after, "-o", folder.resolve("z".repeat(256))).fails(1, "name too long");
    }

    @Test
    void aWriteProtectedFileIsNotReplaced() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.csv"), "kept");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(kept), "root may write everything");
        CommandRun.of("table", after, "--columns", "object", "-o", kept).fails(1, "write-protected");
        assertEquals("kept", Files.readString(kept));
    }

    @Test
    void filesAndFoldersAreTheOwnersAlone() throws IOException {
        Path out = folder.resolve("report");
        CommandRun.of("report", before, after, "-o", out).quiet();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.collect(Collectors.toList())) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                    file.toString());
            }
        }
    }
}
