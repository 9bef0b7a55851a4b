package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps that are written to while they are read. */
class ChangingFileTest {
    private static final int RECORDS = 20_000;

    @TempDir
    private Path directory;

    @Test
    void aFileThatGrowsIsReadToItsEndAndNoted() throws IOException {
        Path file = dump();
        DumpReader.Summary summary = readWhile(file, () ->
            Files.writeString(file, record(RECORDS), StandardOpenOption.APPEND), RECORDS, RECORDS + 1);
        assertEquals(1, summary.issues().counts().get(IssueKind.CHANGED_WHILE_READ));
    }

    @Test
    void aFileThatShrinksGivesWhatIsLeftAndIsNoted() throws IOException {
        Path file = dump();
        DumpReader.Summary summary = readWhile(file, () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(record(1).length() * 15_000L);
            }
        }, 1, RECORDS - 1);
        assertEquals(1, summary.issues().counts().get(IssueKind.CHANGED_WHILE_READ));
    }

    @Test
    void aFileNobodyTouchesHasNoIssue() throws IOException {
        assertEquals(0, readWhile(dump(), () -> { }, RECORDS, RECORDS).issues().total());
    }

    private DumpReader.Summary readWhile(Path file, Change change, long least, long most) throws IOException {
        AtomicLong records = new AtomicLong();
        DumpReader.Summary summary = new DumpReader(DumpLimits.DEFAULT, false, 1, 1000).read(DumpInput.of(file),
            (block, rejections) -> {
                if (records.getAndAdd(block.size()) == 0) {
                    change.apply();
                }
            }, Task.UNWATCHED);
        assertTrue(records.get() >= least && records.get() <= most, "records: " + records);
        return summary;
    }

    private Path dump() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            text.append(record(i));
        }
        return Files.writeString(directory.resolve("dump.json"), text);
    }

    private static String record(int i) {
        return String.format("{\"address\":\"0x%08x\", \"type\":\"STRING\", \"memsize\":40}%n", i * 8 + 8)
            .replace("\r", "");
    }

    private interface Change {
        void make() throws IOException;

        default void apply() {
            try {
                make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
