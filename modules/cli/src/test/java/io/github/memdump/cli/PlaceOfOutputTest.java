package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.cli.command.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written where: its mode under any umask, sockets, and folders that the user may not write into. */
class PlaceOfOutputTest {
    @TempDir
    private Path folder;

    /** One process that runs commands, of which each is an argument with blanks between its words. */
    static final class Child {
        private Child() {
        }

        public static void main(String[] lines) {
            for (String line : lines) {
                ByteArrayOutputStream err = new ByteArrayOutputStream();
                int code = Main.run(Session.of(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err,
                    Map.of("MEMDUMP_NO_INDEX", "1")), line.split(" "));
                System.out.println(code + " " + err.toString(StandardCharsets.UTF_8).strip().replace('\n', ' '));
            }
        }
    }

    /** Runs commands in a process of its own, behind some words; returns for each its exit code and what it said. */
    private static List<String> run(List<String> behind, List<String> lines) throws Exception {
        List<String> command = new ArrayList<>(behind);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Djava.awt.headless=true", "-cp",
            System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(lines);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
            .filter(line -> line.matches("[0-3] .*")).collect(Collectors.toList());
        process.waitFor();
        assertEquals(lines.size(), said.size(), said.toString());
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "077", "0777"})
    void filesAreTheOwnersAloneFromTheFirstByteUnderAnyUmask(String umask) throws Exception {
        Soak soak = Soak.in(folder);
        Path out = Files.createDirectory(folder.resolve("out"));
        List<String> lines = new ArrayList<>();
        for (Writer writer : Writer.values()) {
            lines.add(String.join(" ", writer.words(out.resolve(writer.name() + writer.ending()), soak.before,
                soak.after)));
        }
        lines.add("report " + soak.before + " " + soak.after + " -o " + out.resolve("report"));
        Set<String> modes = new TreeSet<>();
        CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> {
            try {
                return run(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "x"), lines);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        while (!said.isDone()) {
            modes.addAll(modesBelow(out));
        }
        assertTrue(said.get().stream().allMatch(line -> line.startsWith("0 ")), said.get().toString());
        modes.addAll(modesBelow(out));
        assertEquals(Set.of("file rw-------", "folder rwx------"), modes);
    }

    private static Set<String> modesBelow(Path out) throws IOException {
        Set<String> modes = new TreeSet<>();
        List<Path> folders = new ArrayList<>(List.of(out));
        while (!folders.isEmpty()) {
            try (Stream<Path> all = Files.list(folders.remove(0))) {
                for (Path each : all.collect(Collectors.toList())) {
                    // Gephi makes a project by itself, in a folder that is its owner's alone.
                    if (each.toString().matches(".*/\\.memdump-[^/]+\\.files/.*\\.gephi(_temp\\d+)?")) {
                        continue;
                    }
                    boolean isFolder = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS);
                    modes.add((isFolder ? "folder " : "file ") + PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS)));
                    if (isFolder) {
                        folders.add(each);
                    }
                }
            } catch (IOException | java.io.UncheckedIOException gone) {
                // It was renamed or removed between two looks.
            }
        }
        // A umask may shut a folder to its owner, until it is opened to him and to nobody else.
        modes.removeIf(mode -> mode.equals("folder ---------") || mode.equals("file ---------"));
        return modes;
    }

    @Test
    void aSocketIsWrittenInto() throws Exception {
        Soak soak = Soak.in(folder);
        Path socket = folder.resolve("socket");
        String right = CommandRun.of("table", soak.after, "--columns", "object,memsize").quiet();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
                try (SocketChannel one = server.accept()) {
                    return new String(Channels.newInputStream(one).readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
            });
            CommandRun.of("table", soak.after, "--columns", "object,memsize", "-o", socket).quiet();
            assertEquals(right, read.get(30, TimeUnit.SECONDS).replace("\r\n", "\n"));
        }
        assertTrue(Files.exists(socket), "the socket itself stays");
        CommandRun.of("table", soak.after, "--columns", "object", "-o", socket).fails(1, "nobody listens");
        CommandRun.of("stats", socket).fails(1, "socket");
    }

    /** Without the power to pass over modes, which root has, and as the owner of what is shut. */
    @Test
    void aFolderThatMayNotBeWrittenIntoIsNamed() throws Exception {
        Soak soak = Soak.in(folder);
        Path shut = Files.createDirectory(folder.resolve("shut"));
        Path open = Files.createDirectory(shut.resolve("open"));
        Path kept = Files.writeString(open.resolve("kept.csv"), "kept");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("r-xr-xr-x"));
        List<String> behind = List.of();
        if (Files.isWritable(shut)) {
            behind = List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner");
            assumeTrue(can(behind), "root without its powers: there is no setpriv, or it may not");
        }
        try {
            String report = "report " + soak.before + " " + soak.after + " -o ";
            List<String> said = run(behind, Arrays.asList(
                "table " + soak.after + " --columns object -o " + shut.resolve("t.csv"),
                "view heap " + soak.after + " -o " + shut.resolve("v.gexf"),
                report + shut.resolve("report"),
                "table " + soak.after + " --columns object -o " + kept,
                report + open));
            for (String refused : said.subList(0, 4)) {
                assertTrue(refused.startsWith("1 memdump: "), refused);
                assertFalse(refused.contains("Exception"), refused);
            }
            assertTrue(said.get(0).contains("no file can be created in " + shut + " (permission denied)"),
                said.get(0));
            assertTrue(said.get(2).contains("ermission denied"), said.get(2));
            assertTrue(said.get(3).contains("write-protected"), said.get(3));
            assertEquals("kept", Files.readString(kept));
            assertTrue(said.get(4).startsWith("0 "), said.get(4));
            assertEquals(List.of("open"), Soak.names(shut));
            assertTrue(Soak.names(open).contains("report.html"));
            assertTrue(Soak.names(open).stream().noneMatch(name -> name.startsWith(".")));
        } finally {
            Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean can(List<String> behind) throws InterruptedException {
        List<String> command = new ArrayList<>(behind);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
