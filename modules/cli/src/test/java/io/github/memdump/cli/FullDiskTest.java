package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.LiveHeap;
import io.github.memdump.testing.LeakingRuby;
import io.github.memdump.testing.OrphanRuby;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fills a small disk under each writer, more and more of it: what was there stays until all that is new has room, and
 * nothing else is left. Only root may mount a disk; others skip this.
 */
class FullDiskTest {
    private static final int DISK = 12 << 20;
    private static final int STEP = 4 << 10;

    @TempDir
    private static Path folder;
    private static Path disk;
    private static boolean mounted;
    private static Soak soak;

    @BeforeAll
    static void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "mode=700,size=" + DISK, "tmpfs",
            disk.toString()).redirectErrorStream(true).start();
        String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        mounted = mount.waitFor() == 0;
        assumeTrue(mounted, "a small disk can be mounted by root only: " + said.trim());
        soak = Soak.in(folder);
    }

    @AfterAll
    static void unmount() throws Exception {
        if (mounted) {
            assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
        }
    }

    @BeforeEach
    void clear() throws IOException {
        for (String name : Soak.names(disk)) {
            Path each = disk.resolve(name);
            for (String below : Files.isDirectory(each) ? Soak.names(each) : List.<String>of()) {
                Files.delete(each.resolve(below));
            }
            Files.delete(each);
        }
    }

    /** Leaves so many bytes of the disk free. */
    private void fill(long free) throws IOException {
        Path filler = disk.resolve("filler");
        Files.deleteIfExists(filler);
        long now = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) Math.max(0, now - free)]);
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void anOldFileStaysUntilTheNewOneHasRoom(Writer writer) throws IOException {
        Path out = disk.resolve("out" + writer.ending());
        byte[] old = "what was there".getBytes(StandardCharsets.UTF_8);
        Files.write(out, old);
        int failures = 0;
        for (long free = 0; ; free = Math.max(STEP, free * 2)) {
            fill(free);
            CommandRun run = writer.to(out, soak.before, soak.after);
            assertEquals(List.of("filler", "out" + writer.ending()), Soak.names(disk));
            if (run.code() == 0) {
                break;
            }
            failures++;
            run.fails(1);
            assertArrayEquals(old, Files.readAllBytes(out), run.err());
            assertTrue(free < DISK, "never enough: " + run.err());
        }
        assertTrue(failures > 0, "the smallest disk was large enough");
        Path whole = folder.resolve("whole" + writer.ending());
        assertEquals(0, writer.to(whole, soak.before, soak.after).code());
        if (writer.isRepeatable()) {
            assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(out));
        } else {
            assertTrue(Files.size(out) > Files.size(whole) * 9 / 10, "cut");
        }
        Files.delete(whole);
    }

    @Test
    void theFilesOfAReportChangeTogether() throws IOException {
        Path out = disk.resolve("out");
        begin(out);
        growUntilItFits(out);
    }

    @Test
    void soTheyDoWhereTheFolderIsTheDiskItself() throws IOException {
        begin(disk);
        growUntilItFits(disk);
    }

    private static void begin(Path out) {
        CommandRun run = CommandRun.of("report", soak.before, soak.after, "-o", out);
        assertEquals(0, run.code(), run.err());
    }

    private void growUntilItFits(Path out) throws IOException {
        Map<String, String> old = content(out);
        int failures = 0;
        for (long free = 0; ; free = Math.max(STEP, free + free / 2)) {
            fill(free);
            CommandRun run = CommandRun.of("report", soak.before, soak.later, "-o", out);
            Map<String, String> now = content(out);
            if (run.code() == 0) {
                List<String> changed = new ArrayList<>();
                now.forEach((name, bytes) -> {
                    if (!bytes.equals(old.get(name))) {
                        changed.add(name);
                    }
                });
                assertEquals(new ArrayList<>(old.keySet()), changed);
                break;
            }
            failures++;
            run.fails(1);
            assertEquals(old, now);
            assertTrue(free < DISK, "never enough: " + run.err());
        }
        assertTrue(failures > 2, failures + " failures");
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String name : Soak.names(folder)) {
            if (!name.equals("filler")) {
                content.put(name, new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    @Test
    void anOperationInPlaceDoesNotLoseItsDump() throws IOException {
        Path dump = Files.copy(soak.after, disk.resolve("dump.json"));
        byte[] bytes = Files.readAllBytes(dump);
        fill(STEP);
        CommandRun.of("replace-class", dump, "--in-place").fails(1);
        assertArrayEquals(bytes, Files.readAllBytes(dump));
        assertEquals(List.of("dump.json", "filler"), Soak.names(disk));
    }

    @Test
    void whatASessionSavesIsThereInFullOrNotAtAll() throws IOException {
        Path script = folder.resolve("script");
        Path out = Files.writeString(disk.resolve("out.json"), "what was there");
        Files.writeString(script, "dump.save(\"" + out + "\")\n");
        fill(STEP);
        CommandRun run = CommandRun.of("interactive", soak.after, "--script", script);
        assertEquals(1, run.code());
        assertEquals("what was there", Files.readString(out));
        assertEquals(List.of("filler", "out.json"), Soak.names(disk));
    }

    @Test
    void aDumpOfAProcessIsThereInFullOrNotAtAll() throws Exception {
        boolean isThere = LiveHeap.canAttach() && LeakingRuby.isThere();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby, or not the library that attaches");
        Path out = Files.writeString(disk.resolve("out.json"), "what was there");
        try (OrphanRuby ruby = OrphanRuby.start("sleep", folder.resolve("sleep.rb"))) {
            for (long free : new long[] {0, STEP, DISK / 12}) {
                fill(free);
                CommandRun.of("dump", ruby.pid(), out, "--force").fails(1, "disk");
                assertEquals("what was there", Files.readString(out));
                assertEquals(List.of("filler", "out.json"), Soak.names(disk));
            }
            fill(DISK);
            CommandRun.of("dump", ruby.pid(), out, "--force").quiet();
            CommandRun.of("stats", "--strict", out).quiet();
            assertEquals(List.of("filler", "out.json"), Soak.names(disk));
        }
    }
}
