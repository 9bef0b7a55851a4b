package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.LiveHeap;
import io.github.memdump.testing.LeakingRuby;
import io.github.memdump.testing.OrphanRuby;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands that ask a process print for machines, against the schemas that are published. */
class LiveSchemaTest {
    static final Set<String> COMMANDS = Set.of("dump", "enable-allocation-trace", "watch", "where");

    @TempDir
    private Path folder;

    @Test
    void whatIsSaidOfAProcessIsAsItsSchemaSays() throws Exception {
        boolean isThere = LeakingRuby.isThere() && LiveHeap.canAttach();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby, or not the library that attaches");
        assertTrue(isThere, "there is no ruby, or not the library that attaches, although MEMDUMP_LIVE_TEST=1");
        try (OrphanRuby ruby = OrphanRuby.start("sleep", folder.resolve("sleep.rb"))) {
            isAsItsSchemaSays("where", ruby.pid());
            isAsItsSchemaSays("enable-allocation-trace", ruby.pid());
            isAsItsSchemaSays("dump", ruby.pid(), folder.resolve("one.json"));
            isAsItsSchemaSays("dump", "--no-fork", ruby.pid(), folder.resolve("two.json.gz"));
            isAsItsSchemaSays("watch", ruby.pid(), "-o", folder.resolve("watch"), "--warm", 0, "--dumps", 1);
        }
    }

    private static void isAsItsSchemaSays(String command, Object... words) throws Exception {
        Object[] all = new Object[words.length + 2];
        all[0] = command;
        all[1] = "--json";
        System.arraycopy(words, 0, all, 2, words.length);
        CommandRun run = CommandRun.of(all);
        assertEquals(0, run.code(), run.err());
        PublishedSchema.requireValid(command, run.out());
    }
}
