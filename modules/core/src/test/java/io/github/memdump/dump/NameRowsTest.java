package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameRowsTest {
    @TempDir
    private Path folder;

    private List<List<String>> rows(String rows) throws IOException {
        Path dump = Files.writeString(folder.resolve("dump.json"), "{\"type\":\"NAMES\", \"rows\":" + rows + "}\n");
        List<List<String>> read = new ArrayList<>();
        NameRows.read(RecordSource.of(new FileState(dump)).record(0, Task.UNWATCHED).orElseThrow(), read::add);
        return read;
    }

    @Test
    void aCellThatIsLongerThanAnyNameIsCutAndTheOthersStay() throws IOException {
        assertEquals(List.of(List.of("0x10", "N".repeat(4096), "0x20"), List.of("0x30", "A", "0x40")),
            rows("[[\"0x10\",\"" + "N".repeat(100_000) + "\",\"0x20\"],[\"0x30\",\"A\",\"0x40\"]]"));
    }

    @Test
    void aCellTooLongToDecodeIsDamageThatCostsOnlyTheRowsFromThereOn() throws IOException {
        assertEquals(List.of(List.of("0x10", "A")),
            rows("[[\"0x10\",\"A\"],[\"0x20\",\"" + "N".repeat(20_100_000) + "\"],[\"0x30\",\"B\"]]"));
    }

    @Test
    void rowsThatAreNoListsOfTextsEndTheReading() throws IOException {
        assertEquals(List.of(List.of("0x10", "A")),
            rows("[[\"0x10\",\"A\"],[\"lonely\"],[\"0x20\",7],[\"0x30\",\"B\"]]"));
        assertEquals(List.of(), rows("{\"0x10\":\"A\"}"));
    }
}
