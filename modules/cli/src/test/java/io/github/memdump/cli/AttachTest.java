package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.LiveHeap;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.LeakingRuby;
import io.github.memdump.testing.WorkingRuby;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ruby processes that nobody prepared, dumped while they work; each checks by itself that its results are right. */
class AttachTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() throws Exception {
        boolean isThere = LeakingRuby.isThere() && LiveHeap.canAttach();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby, or not the library that attaches");
        assertTrue(isThere, "there is no ruby, or not the library that attaches, although MEMDUMP_LIVE_TEST=1");
    }

    @ParameterizedTest
    @EnumSource
    void aProcessOfAnyKindIsDumpedAndWorksOn(WorkingRuby.Kind kind) throws Exception {
        try (WorkingRuby ruby = WorkingRuby.start(kind, folder.resolve("work.rb"))) {
            Path file = folder.resolve("x.json");
            CommandRun run = CommandRun.of("dump", "--json", ruby.pid(), file);
            assertEquals(0, run.code(), run.err());
            JsonTree said = JsonTree.read(run.out());
            assertEquals("attach", said.text("via"));
            JsonTree rows = CommandRun.of("stats", "--json", "--strict", file).json();
            assertEquals(1000, rows.list("rows").stream().filter(row -> row.text("key").equals("Kept")).findFirst()
                .orElseThrow().number("count"));
            ruby.requireWorking();
        }
    }

    /** Where memdump is when it is killed, in steps of 100 ms after its start. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 12})
    void toKillMemdumpHarmsNothing(int moment) throws Exception {
        try (WorkingRuby ruby = WorkingRuby.start(WorkingRuby.Kind.COMPUTING, folder.resolve("work.rb"))) {
            Process memdump = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "io.github.memdump.cli.Main",
                "dump", Long.toString(ruby.pid()), folder.resolve("killed.json").toString())
                .redirectErrorStream(true).redirectOutput(new File("/dev/null")).start();
            memdump.waitFor(moment * 100L, TimeUnit.MILLISECONDS);
            memdump.destroyForcibly().waitFor();
            ruby.requireWorking();
            Path file = folder.resolve("after.json");
            CommandRun after = CommandRun.of("dump", ruby.pid(), file);
            assertEquals(0, after.code(), after.err());
            CommandRun.of("stats", "--strict", file).quiet();
            ruby.requireWorking();
        }
    }

    @Test
    void aProcessIsNotCopiedWhereThatIsNotWanted() throws Exception {
        try (WorkingRuby ruby = WorkingRuby.start(WorkingRuby.Kind.SLEEPING, folder.resolve("work.rb"))) {
            CommandRun run = CommandRun.of("dump", "--no-fork", "--json", ruby.pid(), folder.resolve("x.json.gz"));
            assertEquals(0, run.code(), run.err());
            assertEquals(false, JsonTree.read(run.out()).at("forked"));
            CommandRun.of("stats", "--strict", folder.resolve("x.json.gz")).quiet();
            ruby.requireWorking();
        }
    }

    @Test
    void tracingIsTurnedOnAndOff() throws Exception {
        try (WorkingRuby ruby = WorkingRuby.start(WorkingRuby.Kind.COMPUTING, folder.resolve("work.rb"))) {
            assertEquals(true, tracing("enable-allocation-trace", "--json", ruby.pid()));
            assertEquals(false, tracing("enable-allocation-trace", "--off", "--json", ruby.pid()));
            ruby.requireWorking();
        }
    }

    private static Object tracing(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(0, run.code(), run.err());
        return JsonTree.read(run.out()).at("tracing");
    }

    @Test
    void aStoppedProcessIsRefusedWithTheCommandThatHelps() throws Exception {
        try (WorkingRuby ruby = WorkingRuby.start(WorkingRuby.Kind.COMPUTING, folder.resolve("work.rb"))) {
            ruby.signal("STOP");
            CommandRun.of("dump", ruby.pid(), folder.resolve("x.json")).fails(1, "kill -CONT " + ruby.pid());
            ruby.signal("CONT");
            ruby.requireWorking();
            assertEquals(List.of("work.rb"), List.of(folder.toFile().list()));
        }
    }

    @Test
    void aProcessThatWaitsAndIsNotToBeWokenIsNotDumped() throws Exception {
        try (WorkingRuby ruby = WorkingRuby.start(WorkingRuby.Kind.SLEEPING, folder.resolve("work.rb"))) {
            CommandRun run = CommandRun.of("dump", "--no-wake", "--wait", "1", ruby.pid(), folder.resolve("x.json"));
            if (run.code() != 0) {
                run.fails(1, "it was not to be woken");
            }
            ruby.requireWorking();
            // The request that was not run in time has no effect on the next.
            assertEquals(0, CommandRun.of("dump", ruby.pid(), folder.resolve("y.json")).code());
        }
    }

    @Test
    void whatIsTracedByAnotherProgramIsRefused() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "there is no strace");
        try (WorkingRuby ruby = WorkingRuby.start(WorkingRuby.Kind.COMPUTING, folder.resolve("work.rb"))) {
            Process strace = new ProcessBuilder("strace", "-o", "/dev/null", "-p", Long.toString(ruby.pid()))
                .redirectErrorStream(true).redirectOutput(new File("/dev/null")).start();
            try {
                Thread.sleep(500);
                CommandRun.of("dump", ruby.pid(), folder.resolve("x.json")).fails(1, "ps -fp " + strace.pid());
            } finally {
                strace.destroy();
                strace.waitFor();
            }
            ruby.requireWorking();
        }
    }
}
