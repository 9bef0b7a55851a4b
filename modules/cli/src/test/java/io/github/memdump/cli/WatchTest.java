package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.LiveHeap;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.LeakingRuby;
import io.github.memdump.testing.OrphanRuby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that grows, watched. */
class WatchTest {
    private static final String GROWING = String.join("\n",
        "class Session; def initialize(n); @cart = [\"item #{n}\" * 9]; end; end",
        "KEPT = []",
        "sleep 3",
        "loop { 2000.times { |n| KEPT << Session.new(n) }; sleep 0.05 }", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() throws Exception {
        boolean isThere = LeakingRuby.isThere() && LiveHeap.canAttach();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby, or not the library that attaches");
        assertTrue(isThere, "there is no ruby, or not the library that attaches, although MEMDUMP_LIVE_TEST=1");
    }

    @Test
    void aGrowingProcessIsDumpedWarmAndAgainAndReported() throws Exception {
        Path dumps = folder.resolve("dumps");
        try (OrphanRuby ruby = OrphanRuby.start(GROWING, folder.resolve("grow.rb"))) {
            CommandRun run = CommandRun.of("watch", "--json", ruby.pid(), "-o", dumps, "--warm", "1", "--growth", "5m",
                "--dumps", "2");
            assertEquals(0, run.code(), run.err());
            JsonTree said = JsonTree.read(run.out());
            assertEquals(2, said.number("taken"));
            assertTrue(run.err().contains("it is warm"), run.err());
            assertTrue(run.err().contains("it has grown"), run.err());
            for (int i = 1; i <= 2; i++) {
                CommandRun.of("stats", "--strict", dumps.resolve(ruby.pid() + "-" + i + ".json.gz")).quiet();
            }
            String report = Files.readString(dumps.resolve(ruby.pid() + "-report/report.html"));
            assertTrue(report.contains("Session"));
        }
    }

    @Test
    void aDumpThatWouldFillTheDiskIsNotBegun() throws Exception {
        try (OrphanRuby ruby = OrphanRuby.start("sleep", folder.resolve("sleep.rb"))) {
            CommandRun run = CommandRun.of("watch", "--json", ruby.pid(), "-o", folder, "--warm", "0", "--disk", "1");
            assertEquals(0, run.code(), run.err());
            assertTrue(JsonTree.read(run.out()).text("ended").contains("it was not begun"), run.out());
            assertEquals(0, folder.toFile().list((place, name) -> name.contains(".json")).length);
        }
    }

    @Test
    void itEndsWithTheProcess() throws Exception {
        OrphanRuby ruby = OrphanRuby.start("sleep 2", folder.resolve("sleep.rb"));
        CommandRun run = CommandRun.of("watch", "--json", ruby.pid(), "-o", folder, "--warm", "60");
        assertEquals(0, run.code(), run.err());
        assertTrue(JsonTree.read(run.out()).text("ended").contains("has ended"), run.out());
    }

    @Test
    void aProcessThatCannotBeLookedIntoIsRefusedAtOnce() throws Exception {
        assumeTrue(ProcessHandle.of(1).isPresent() && !canRead(Path.of("/proc/1/maps")),
            "this user may look into every process");
        CommandRun.of("watch", 1, "-o", folder, "--warm", "600").fails(1);
        assertEquals(0, folder.toFile().list().length);
        assertEquals(1, CommandRun.of("where", 1).code());
    }

    private static boolean canRead(Path file) {
        try {
            return Files.readAllBytes(file).length > 0;
        } catch (IOException denied) {
            return false;
        }
    }

    @Test
    void whatIsNoGrowthIsMisuse() {
        CommandRun run = CommandRun.of("watch", ProcessHandle.current().pid(), "--growth", "much");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("200m or 20%"), run.err());
    }
}
