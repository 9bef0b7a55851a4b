package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.RubyProcess;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.LeakingRuby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Ruby process that leaks, told by its standard input when to. Skipped where there is no Ruby with rbtrace. */
class LiveProcessTest {
    @TempDir
    private Path folder;
    private LeakingRuby ruby;

    @BeforeEach
    void startRuby() throws Exception {
        boolean isThere = LeakingRuby.isThere();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby with rbtrace");
        assertTrue(isThere, "there is no ruby with rbtrace, although MEMDUMP_LIVE_TEST=1 promises one");
        ruby = LeakingRuby.start(folder.resolve("leak.rb"), 500);
    }

    @AfterEach
    void stopRuby() {
        if (ruby != null) {
            ruby.close();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void twoDumpsOfALeakingProcessNameTheLeak() throws Exception {
        CommandRun.of("enable-allocation-trace", ruby.pid()).quiet();
        ruby.leak();
        Path before = folder.resolve("before it's $(touch x) \"leaks\".json");
        CommandRun.of("dump", ruby.pid(), before).quiet();
        ruby.leak();
        Path after = folder.resolve("after.json.gz");
        CommandRun.of("dump", ruby.pid(), after).quiet();

        assertEquals(List.of("after.json.gz", before.getFileName().toString(), "leak.rb"), files());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(before)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(after)));
        JsonTree diff = CommandRun.of("diff", "--json", before, after).json();
        JsonTree sessions = diff.list("rows").stream()
            .filter(row -> row.text("key").equals("Session")).findFirst().orElseThrow();
        assertEquals(500, sessions.number("count"));
        String table = CommandRun.of("table", after, "--before", before, "--columns", "border,class,line", "--where",
            "border = new and class = Session").quiet();
        assertEquals(501, table.lines().count());
        assertTrue(table.lines().skip(1).allMatch(line -> line.equals("new,Session," + LeakingRuby.LINE)),
            table.substring(0, 80));
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnlessAsked() throws Exception {
        Path file = Files.writeString(folder.resolve("precious.json"), "precious");
        CommandRun.of("dump", ruby.pid(), file).fails(1, "precious.json is there already");
        assertEquals("precious", Files.readString(file));
        CommandRun.of("dump", "--force", ruby.pid(), file).quiet();
        assertTrue(Files.size(file) > 100_000);
        CommandRun.of("stats", "--strict", file).quiet();
    }

    @Test
    void aProcessWithoutRbtraceIsNotAskedByIt() throws Exception {
        Process plain = new ProcessBuilder("ruby", "-e",
            "puts :ready; $stdout.flush; sleep 600").start();
        try {
            assertEquals('r', plain.getInputStream().read());
            CommandRun run = CommandRun.of("dump", "--via", "rbtrace", plain.pid(), folder.resolve("x.json"));
            assertEquals(1, run.code());
            assertTrue(run.err().startsWith("memdump: Process " + plain.pid() + " has not loaded rbtrace"), run.err());
            assertTrue(run.err().contains("require \"rbtrace\""), run.err());
            assertEquals(List.of("leak.rb"), files());
            assertTrue(RubyProcess.ofThisUser().stream().anyMatch(process -> process.pid() == plain.pid()
                && process.tracing() == RubyProcess.Tracing.ABSENT));
            assertTrue(RubyProcess.ofThisUser().stream().anyMatch(process -> process.pid() == ruby.pid()
                && process.tracing() == RubyProcess.Tracing.LOADED));
        } finally {
            plain.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsNoneOrNotRubyIsRefused() throws Exception {
        CommandRun.of("dump", ProcessHandle.current().pid(), folder.resolve("x.json")).fails(1, "is not Ruby");
        ruby.end();
        CommandRun.of("dump", ruby.pid(), folder.resolve("x.json")).fails(1, "There is no process");
    }
}
