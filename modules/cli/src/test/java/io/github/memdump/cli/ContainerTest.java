package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.LiveHeap;
import io.github.memdump.testing.LeakingRuby;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes in namespaces of their own, as in containers, dumped from outside. Needs root and {@code unshare}. */
class ContainerTest {
    private static final String CODE = "class Kept; end; KEPT = Array.new(1000) { Kept.new };"
        + " SECRET = %w[top secret 42].join('-'); $stdout.sync = true; puts $$; loop { sleep 0.01 }";

    private static final String USERS = "-U -r -f -p -m --mount-proc";

    @TempDir
    private Path folder;

    @BeforeEach
    void canUnshare() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root makes namespaces");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "there is no unshare");
        boolean isThere = LeakingRuby.isThere() && LiveHeap.canAttach();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby, or not the library that attaches");
        assertTrue(isThere, "there is no ruby, or not the library that attaches, although MEMDUMP_LIVE_TEST=1");
    }

    /** A Ruby in a shell that has left namespaces, which is told what to mount first. */
    private final class Container implements AutoCloseable {
        private final Process unshare;
        private final long pid;

        Container(String namespaces, String mount) throws Exception {
            Path script = Files.writeString(folder.resolve("r" + System.nanoTime() + ".rb"), CODE);
            // The folder may be hidden by what is mounted.
            unshare = new ProcessBuilder("sh", "-c", "exec unshare " + namespaces + " sh -c '" + mount
                + " exec ruby /dev/fd/3' 3<" + script).redirectErrorStream(true).start();
            String said = new BufferedReader(new InputStreamReader(unshare.getInputStream(),
                StandardCharsets.UTF_8)).readLine();
            assertTrue(said != null && said.matches("\\d+"), "the Ruby said " + said);
            pid = ruby(unshare.toHandle());
        }

        private long ruby(ProcessHandle process) throws IOException {
            if (Files.readString(Path.of("/proc/" + process.pid() + "/comm")).startsWith("ruby")) {
                return process.pid();
            }
            return ruby(process.children().findFirst().orElseThrow());
        }

        @Override
        public void close() throws Exception {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            unshare.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f -p -m --mount-proc", "-f -p -m --mount-proc -n -i -u", "-f -m", USERS})
    void aProcessInNamespacesIsDumpedFromOutside(String namespaces) throws Exception {
        try (Container container = new Container(namespaces, "mount -t tmpfs none /tmp;")) {
            isDumped(container.pid);
        }
    }

    @Test
    void oneWhoseUsualFolderIsReadOnlyIsDumpedToo() throws Exception {
        try (Container container = new Container("-f -m", "mount -t tmpfs -o ro none /tmp;")) {
            isDumped(container.pid);
        }
    }

    private void isDumped(long pid) {
        Path file = folder.resolve("x.json");
        CommandRun run = CommandRun.of("dump", pid, file);
        assertEquals(0, run.code(), run.err());
        assertEquals(1000, CommandRun.of("stats", "--json", "--strict", file).json().list("rows").stream()
            .filter(row -> row.text("key").equals("Kept")).findFirst().orElseThrow().number("count"));
    }

    @Test
    void oneThatSeesNoFolderIsRefusedWithWhatToMount() throws Exception {
        String mount = "for f in /tmp /var/tmp /dev/shm; do mount -t tmpfs -o ro none $f; done;";
        try (Container container = new Container("-f -m", mount)) {
            CommandRun.of("dump", container.pid, folder.resolve("x.json")).fails(1, "--tmpfs /tmp");
        }
    }

    @Test
    void aDumpIsStreamedAndCarriesNoSecretWhenItIsRedacted() throws Exception {
        try (Container container = new Container("-f -p -m --mount-proc", "mount -t tmpfs none /tmp;")) {
            CommandRun plain = CommandRun.of("dump", container.pid, "-");
            assertEquals(0, plain.code(), plain.err());
            assertTrue(plain.out().contains("top-secret-42"));
            CommandRun redacted = CommandRun.of("dump", "--redact", container.pid, "-");
            assertEquals(0, redacted.code(), redacted.err());
            assertFalse(redacted.out().contains("secret"));
            byte[] dump = redacted.out().getBytes(StandardCharsets.UTF_8);
            assertTrue(CommandRun.in(Map.of(), dump, "stats", "--strict", "-").quiet().contains("Kept"));
        }
    }
}
