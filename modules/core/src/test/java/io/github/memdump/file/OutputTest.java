package io.github.memdump.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    private Path folder;

    private Output to(Path target) throws IOException {
        return Output.to(Target.of(target, Inputs.none()));
    }

    @Test
    void theFileIsThereOnlyAfterTheCommit() throws IOException {
        Path target = folder.resolve("out.csv");
        try (Output output = to(target)) {
            output.stream().write('x');
            assertFalse(Files.exists(target));
            output.commit();
        }
        assertEquals("x", Files.readString(target));
        assertEquals(List.of("out.csv"), names());
    }

    @Test
    void withoutACommitAnEarlierFileStaysAndNothingElseIsLeft() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "earlier");
        try (Output output = to(target)) {
            output.stream().write("half".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("earlier", Files.readString(target));
        assertEquals(List.of("out.csv"), names());
    }

    @Test
    void onlyTheOwnerMayReadItFromTheFirstByte() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes here");
        Path target = folder.resolve("secret");
        try (Output output = to(target)) {
            output.stream().write('x');
            output.stream().flush();
            Path unfinished = folder.resolve(names().get(0));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(unfinished)));
            Path made = output.madeElsewhere("x");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())));
            Files.writeString(made, "made by another program");
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r--r--"));
            output.commit(made);
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        assertEquals("made by another program", Files.readString(target));
        assertEquals(List.of("secret"), names());
    }

    @Test
    void aFailureThatSomebodySwallowsIsNotCommitted() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        try (Output output = to(full)) {
            OutputStream stream = output.stream();
            stream.write('x');
            assertThrows(IOException.class, stream::flush);
            IOException failed = assertThrows(IOException.class, output::commit);
            assertTrue(failed.getMessage().startsWith("No space"), failed.getMessage());
        }
    }

    @Test
    void aPipeIsWrittenIntoAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(made("mkfifo", pipe.toString()), "no pipes here");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException failed) {
                return failed.toString();
            }
        });
        try (Output output = to(pipe)) {
            Path made = output.madeElsewhere("x");
            Files.writeString(made, "through the pipe");
            output.commit(made);
        }
        assertEquals("through the pipe", read.get());
        assertEquals(List.of("pipe"), names());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void whatAKilledProcessHasLeftGoesWithTheNextOutput() throws IOException {
        Files.writeString(folder.resolve(".memdump-dead.unfinished"), "half");
        Files.createDirectory(folder.resolve(".memdump-dead.files"));
        Files.writeString(folder.resolve(".memdump-dead.files").resolve("x"), "half");
        Files.writeString(folder.resolve(".other-dead.unfinished"), "not ours");
        to(folder.resolve("out")).close();
        assertEquals(List.of(".other-dead.unfinished"), names());
    }

    @Test
    void whatALivingProcessWritesStays() throws Exception {
        Path living = folder.resolve(".memdump-living.unfinished");
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), Holder.class.getName(), living.toString())
            .redirectErrorStream(true).start();
        try {
            assertEquals('!', writer.getInputStream().read());
            to(folder.resolve("out")).close();
            assertEquals(List.of(".memdump-living.unfinished"), names());
        } finally {
            writer.destroyForcibly().waitFor();
        }
        to(folder.resolve("out")).close();
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatAnotherProgramHasReplacedIsNotTaken() throws IOException {
        Path target = folder.resolve("out");
        try (Output output = to(target)) {
            output.stream().write('x');
            Path unfinished = folder.resolve(names().get(0));
            Files.move(unfinished, folder.resolve("taken"));
            Files.writeString(unfinished, "forged");
            assertThrows(IOException.class, output::commit);
        }
        assertFalse(Files.exists(target));
    }

    private static boolean made(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            return false;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    /** A process that writes a file until it is killed. */
    static final class Holder {
        private Holder() {
        }

        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.print('!');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
