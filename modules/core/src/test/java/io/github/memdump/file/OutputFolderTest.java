package io.github.memdump.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    private OutputFolder at(Path place) throws IOException {
        return OutputFolder.at(place, Inputs.none(), NAMES);
    }

    private static void fill(OutputFolder output, List<String> names) throws IOException {
        for (String name : names) {
            try (OutputStream stream = output.stream(name)) {
                stream.write(("new " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aNewFolderComesWithAllItsFiles() throws IOException {
        Path place = folder.resolve("report");
        try (OutputFolder output = at(place)) {
            fill(output, NAMES);
            assertFalse(Files.exists(place));
            output.commit();
        }
        assertEquals(Map.of("a", "new a", "b", "new b", "c", "new c"), content(place));
        assertEquals(List.of("report"), names(folder));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("a"))));
    }

    @Test
    void inAFolderThatIsThereOnlyTheNamedFilesChange() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        Files.writeString(folder.resolve("letter"), "dear");
        try (OutputFolder output = at(folder)) {
            fill(output, NAMES);
            assertEquals("old a", Files.readString(folder.resolve("a")));
            output.commit();
        }
        assertEquals(Map.of("a", "new a", "b", "new b", "c", "new c", "letter", "dear"), content(folder));
    }

    @Test
    void withoutACommitOrWithAFileMissingNothingChanges() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        try (OutputFolder output = at(folder)) {
            fill(output, List.of("a", "b"));
            assertThrows(IOException.class, output::commit);
        }
        assertEquals(Map.of("a", "old a"), content(folder));
    }

    @Test
    void ifOneCannotBeReplacedTheOthersGoBack() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        try (OutputFolder output = at(folder)) {
            fill(output, NAMES);
            // What comes last meets a directory that has come meanwhile.
            Files.createDirectory(folder.resolve("c"));
            assertThrows(IOException.class, output::commit);
        }
        Files.delete(folder.resolve("c"));
        assertEquals(Map.of("a", "old a"), content(folder));
    }

    @Test
    void aChangeThatWasCutShortIsBroughtToItsEnd() throws IOException {
        Files.writeString(folder.resolve("a"), "new a");
        Files.writeString(folder.resolve("b"), "old b");
        left("forth", Map.of("new/b", "new b", "new/c", "new c", "old/a", "old a", "old/b", "old b"));
        Output.removeLeft(folder);
        assertEquals(Map.of("a", "new a", "b", "new b", "c", "new c"), content(folder));
    }

    @Test
    void aWayBackThatWasCutShortIsBroughtToItsEnd() throws IOException {
        Files.writeString(folder.resolve("a"), "new a");
        Files.writeString(folder.resolve("b"), "new b");
        left("back", Map.of("new/c", "new c", "old/a", "old a", "free/b", "", "free/c", ""));
        Output.removeLeft(folder);
        assertEquals(Map.of("a", "old a"), content(folder));
    }

    @Test
    void whatHadNotBegunToChangeIsRemoved() throws IOException {
        Files.writeString(folder.resolve("a"), "old a");
        left("", Map.of("new/a", "half", "old/a", "old a"));
        Output.removeLeft(folder);
        assertEquals(Map.of("a", "old a"), content(folder));
    }

    @Test
    void anInputAmongTheFilesIsNotReplaced() throws IOException {
        Path dump = Files.writeString(folder.resolve("b"), "dump");
        OverwriteException refused = assertThrows(OverwriteException.class,
            () -> OutputFolder.at(folder, Inputs.of(List.of(dump)), NAMES));
        assertTrue(refused.getMessage().contains("would be lost"), refused.getMessage());
        assertEquals(Map.of("b", "dump"), content(folder));
    }

    @Test
    void behindADanglingLinkTheFolderIsMade() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("report"));
        try (OutputFolder output = at(link)) {
            fill(output, NAMES);
            output.commit();
        }
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(3, content(folder.resolve("report")).size());
    }

    @Test
    void aNameOf255BytesIsGood() throws IOException {
        Path place = folder.resolve("x".repeat(255));
        try (OutputFolder output = at(place)) {
            fill(output, NAMES);
            output.commit();
        }
        assertEquals(3, content(place).size());
    }

    private void left(String mark, Map<String, String> files) throws IOException {
        Files.createFile(folder.resolve(".memdump-1.unfinished"));
        Path ready = Files.createDirectory(folder.resolve(".memdump-1.files"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.createDirectories(ready.resolve(file.getKey()).getParent());
            Files.writeString(ready.resolve(file.getKey()), file.getValue());
        }
        if (!mark.isEmpty()) {
            Files.createDirectory(ready.resolve(mark));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String name : names(folder)) {
            content.put(name, Files.readString(folder.resolve(name)));
        }
        return content;
    }
}
