package io.github.memdump.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JointVisitTest {
    private static final byte[] VALUE = RawRecord.key("value");
    private static final int STRINGS = 2_000;

    @TempDir
    private Path folder;

    private Path dump() throws IOException {
        HeapDsl heap = HeapDsl.heap();
        for (int i = 0; i < STRINGS; i++) {
            heap.string("s" + i, "text " + i);
        }
        Path file = folder.resolve("dump.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(heap.text().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void eachReadingSeesItsOwnRecordsAndTheDumpIsReadOnce() throws IOException {
        Heap heap = Loading.load(dump());
        int[] odd = IntStream.range(0, STRINGS).filter(i -> i % 2 == 1).map(i -> STRINGS - i).toArray();
        int[] some = {7, 1_999, 7, 0};
        Map<Integer, String> first = new ConcurrentSkipListMap<>();
        Map<Integer, String> second = new ConcurrentSkipListMap<>();
        Map<Integer, Long> third = new ConcurrentSkipListMap<>();
        JointVisit visit = Values.of(heap).jointly();
        visit.add(odd, (place, record) -> first.put(place, record.text(VALUE)));
        visit.add(new int[0], (place, record) -> third.put(-1, 0L));
        visit.add(some, (place, record) -> second.put(place, record.text(VALUE)));
        visit.add(new long[] {heap.recordOffset(3)}, (place, record) -> third.put(place, record.address()));
        int[] phases = new int[1];
        visit.run(new Task() {
            @Override
            public void phase(String name, long total) {
                phases[0]++;
            }

            @Override
            public void done(long more) {
                // Only phases are counted.
            }
        });

        Map<Integer, String> expected = new TreeMap<>();
        for (int i = 0; i < odd.length; i++) {
            expected.put(i, "text " + odd[i]);
        }
        assertEquals(expected, first);
        assertEquals(Map.of(0, "text 7", 1, "text 1999", 2, "text 7", 3, "text 0"), second);
        assertEquals(Map.of(0, heap.address(3)), third);
        assertEquals(1, phases[0]);
    }

    @Test
    void aRecordThatIsNoLongerThereIsSaid() throws IOException {
        Heap heap = Loading.load(Files.writeString(folder.resolve("d.json"), HeapDsl.heap().string("a", "x").text()));
        JointVisit visit = Values.of(heap).jointly();
        visit.add(new long[] {1_000_000}, (place, record) -> { });

        DumpException failed = assertThrows(DumpException.class, () -> visit.run(Task.UNWATCHED));
        assertTrue(failed.getMessage().contains("is shorter than when it was read"), failed.getMessage());
    }
}
