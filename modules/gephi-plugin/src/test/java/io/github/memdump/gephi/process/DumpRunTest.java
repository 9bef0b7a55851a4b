package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumpRunTest {
    private final FakeRubyProcesses rubies = new FakeRubyProcesses();
    private final EarlierDumps known = new EarlierDumps();
    @TempDir
    private Path folder;

    private List<Path> take(String name) throws IOException {
        return new DumpRun(rubies, FakeRubyProcesses.SHOP, folder.resolve(name), DumpOptions.usual(), Approach.usual(),
            known.of(FakeRubyProcesses.SHOP)).take(known, Task.UNWATCHED);
    }

    @Test
    void theSecondDumpOpensAfterTheFirst() throws IOException {
        assertEquals(List.of(folder.resolve("1.json")), take("1.json"));
        assertEquals(List.of(folder.resolve("1.json"), folder.resolve("2.json")), take("2.json"));
        assertEquals(Optional.empty(), known.of(FakeRubyProcesses.JOBS));
    }

    @Test
    void aFirstDumpThatIsGoneIsNotComparedWith() throws IOException {
        take("1.json");
        Files.delete(folder.resolve("1.json"));
        assertEquals(List.of(folder.resolve("2.json")), take("2.json"));
    }

    @Test
    void aDumpThatFailedIsNone() {
        rubies.refusal = "It ended.";
        assertThrows(LiveException.class, () -> take("1.json"));
        assertEquals(Optional.empty(), known.of(FakeRubyProcesses.SHOP));
    }
}
