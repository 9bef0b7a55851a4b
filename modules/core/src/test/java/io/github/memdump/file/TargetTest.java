package io.github.memdump.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
    @TempDir
    private Path folder;
    private Path dump;
    private Inputs inputs;

    @BeforeEach
    void writeADump() throws IOException {
        dump = Files.writeString(folder.resolve("dump.json"), "dump");
        inputs = Inputs.of(List.of(dump));
    }

    private void refuses(Path place) {
        OverwriteException refused = assertThrows(OverwriteException.class, () -> Target.of(place, inputs));
        assertTrue(refused.getMessage().contains("would be lost"), refused.getMessage());
    }

    @Test
    void anInputIsNoTargetByWhateverName() throws IOException {
        refuses(dump);
        refuses(folder.resolve(".").resolve("..").resolve(folder.getFileName()).resolve("dump.json"));
        refuses(Files.createSymbolicLink(folder.resolve("link"), dump));
        refuses(Files.createSymbolicLink(folder.resolve("second"), Path.of("link")));
        refuses(Files.createLink(folder.resolve("hard"), dump));
        Path other = Files.createSymbolicLink(folder.resolve("folder"), folder);
        refuses(other.resolve("dump.json"));
        Path working = Path.of("").toAbsolutePath();
        refuses(working.relativize(dump.toAbsolutePath()));
        assertEquals("dump", Files.readString(dump));
    }

    @Test
    void anInputIsNoTargetThroughADescriptor() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "no /proc here");
        try (RandomAccessFile open = new RandomAccessFile(dump.toFile(), "r")) {
            Path through;
            try (var all = Files.list(descriptors)) {
                through = all.filter(each -> inputs.sameAs(each).isPresent()).findFirst().orElseThrow();
            }
            refuses(through);
            refuses(Path.of("/dev/fd").resolve(through.getFileName()));
        }
    }

    @Test
    void anInputIsNamedAsItWasGiven() throws IOException {
        Path hard = Files.createLink(folder.resolve("hard"), dump);
        OverwriteException refused = assertThrows(OverwriteException.class, () -> Target.of(hard, inputs));
        assertTrue(refused.getMessage().startsWith(hard + " is the same file as " + dump), refused.getMessage());
    }

    @Test
    void aTargetThatHasBecomeAnInputIsNotReplaced() throws IOException {
        Path target = folder.resolve("out");
        try (Output output = Output.to(Target.of(target, inputs))) {
            output.stream().write('x');
            Files.createLink(target, dump);
            assertThrows(OverwriteException.class, output::commit);
        }
        assertEquals("dump", Files.readString(target));
    }

    @Test
    void aSymbolicLinkStaysAndWhatItPointsToIsReplaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "earlier");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        write(link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(real));
    }

    @Test
    void behindADanglingLinkTheFileIsMade() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("below", "fresh"));
        write(link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(folder.resolve("below").resolve("fresh")));
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("no", "fresh"));
        assertTrue(refused(nowhere).contains("there is no directory"));
        Path round = Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));
        assertTrue(refused(round).contains("leads nowhere"), refused(round));
    }

    @Test
    void namesOf255BytesAreGoodAndLongerOnesAreRefused() throws IOException {
        Path longest = folder.resolve("ä".repeat(127) + "x");
        write(longest);
        assertEquals("x", Files.readString(longest));
        assertTrue(refused(folder.resolve("y".repeat(256))).contains("name too long"));
    }

    @Test
    void standardOutputIsKnownByItsNames() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/fd/1")), "no /proc here");
        for (String name : List.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
            Target target = Target.of(Path.of(name), inputs);
            assertTrue(target.isStandardOutput(), name);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Output output = Output.to(target.withStandardOutput(bytes))) {
                output.stream().write('x');
                output.commit();
            }
            assertEquals("x", bytes.toString());
        }
        assertFalse(Target.of(Path.of("/dev/null"), inputs).isStandardOutput());
    }

    @Test
    void devicesAreNoFiles() throws IOException {
        Path none = Path.of("/dev/null");
        assumeTrue(Files.exists(none), "no /dev/null here");
        Target target = Target.of(none, inputs);
        assertFalse(target.isFile());
        target.requireWritable();
        write(none);
        assertFalse(Files.isRegularFile(none));
    }

    @Test
    void aMissingFolderAndADirectoryAreSaidInWords() {
        assertTrue(refused(folder.resolve("no").resolve("out")).contains("there is no directory"));
        assertTrue(refused(folder).contains("is a directory"));
        assertTrue(refused(dump.resolve("out")).contains("there is no directory"));
    }

    private String refused(Path place) {
        return assertThrows(IOException.class, () -> Target.of(place, inputs)).getMessage();
    }

    private void write(Path place) throws IOException {
        try (Output output = Output.to(Target.of(place, inputs))) {
            output.stream().write('x');
            output.commit();
        }
    }
}
