package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Limit;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSourceTest {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @TempDir
    private Path folder;

    private static byte[] dump(int objects) {
        return RandomHeap.ofSeed(3).objects(objects).after().text().getBytes(StandardCharsets.UTF_8);
    }

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(folder.resolve("dump.json"), all.toByteArray());
    }

    private static byte[] packed(byte[] bytes, int from, int to) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static List<String> visited(RecordSource source, List<Long> offsets) throws DumpException {
        ConcurrentHashMap<Integer, String> found = new ConcurrentHashMap<>();
        source.visit(offsets.size(), offsets::get, (rank, record) ->
            found.put(rank, new String(record.bytes(), StandardCharsets.UTF_8)), Task.UNWATCHED);
        return new ArrayList<>(new TreeMap<>(found).values());
    }

    @Test
    void aRecordInALineThatIsLeftOutIsPassedOver() throws IOException {
        String long1 = "{\"address\":\"0x20\", \"type\":\"STRING\", \"value\":\"" + "x".repeat(50_000) + "\"}\n";
        String text = "{\"address\":\"0x10\", \"type\":\"DATA\"}\n" + long1
            + "{\"address\":\"0x30\", \"type\":\"DATA\"}\n" + long1 + "{\"address\":\"0x40\", \"type\":\"DATA\"}\n"
            + long1;
        byte[] dump = text.getBytes(StandardCharsets.UTF_8);
        List<Long> offsets = new ArrayList<>();
        for (int at = 0; at < dump.length; at = Newlines.first(dump, at, dump.length) + 1) {
            offsets.add((long) at);
        }
        List<String> all = cut(dump, offsets);
        RecordSource source = RecordSource.of(new FileState(file(packed(dump, 0, dump.length))));
        assertEquals(all, visited(source.with(2, 700), offsets));
        DumpLimits limits = DumpLimits.DEFAULT.with(Limit.LINE_BYTES, 9_000);
        assertEquals(List.of(all.get(0), all.get(2), all.get(4)), visited(source.with(2, 700, limits), offsets));
    }

    /** Returns the lines that begin at some offsets, by plain cutting. */
    private static List<String> cut(byte[] dump, List<Long> offsets) {
        return offsets.stream().map(from -> new String(dump, (int) (long) from,
            Newlines.first(dump, (int) (long) from, dump.length) - (int) (long) from, StandardCharsets.UTF_8))
            .collect(Collectors.toList());
    }

    private static List<Long> every(byte[] dump, int step) throws DumpException {
        List<Long> all = ReadOut.of(new DumpReader(DumpLimits.DEFAULT, false), dump).offsets;
        return IntStream.range(0, all.size()).filter(i -> i % step == step - 1).mapToObj(all::get)
            .collect(Collectors.toList());
    }

    @Test
    void recordsArePickedFromPlainFilesAndFromPackedOnesOfSeveralMembers() throws IOException {
        byte[] dump = dump(2000);
        int middle = dump.length / 2;
        List<Path> files = List.of(Files.write(folder.resolve("a"), dump),
            Files.write(folder.resolve("b"), packed(dump, 0, dump.length)),
            Files.write(folder.resolve("c"), concat(packed(dump, 0, middle), packed(dump, middle, dump.length))));
        for (int step : new int[] {1, 7, 500}) {
            List<Long> offsets = every(dump, step);
            List<String> expected = cut(dump, offsets);
            assertTrue(offsets.size() > 3);
            for (Path file : files) {
                RecordSource source = RecordSource.of(new FileState(file));
                assertEquals(expected, visited(source, offsets), file + ", every " + step);
                assertEquals(expected, visited(source.with(3, 700), offsets), file + ", every " + step);
            }
        }
    }

    @Test
    void aByteOrderMarkInFrontDoesNotShiftWhatIsRead() throws IOException {
        byte[] dump = concat(MARK, dump(2000));
        List<Long> offsets = every(dump, 1);
        RecordSource source = RecordSource.of(new FileState(file(dump)));
        assertEquals(cut(dump, offsets), visited(source, offsets));
        assertEquals(cut(dump, offsets.subList(0, 2)), visited(source, offsets.subList(0, 2)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void aPackedFileIsReadNoFurtherThanItsLastWantedRecord() throws IOException {
        byte[] dump = dump(3000);
        byte[] packed = packed(dump, 0, dump.length);
        Path file = file(Arrays.copyOf(packed, packed.length / 2));
        List<Long> offsets = every(dump, 1).subList(0, 20);
        assertEquals(cut(dump, offsets), visited(RecordSource.of(new FileState(file)).with(1, 1000), offsets));
    }

    @Test
    void recordsBehindTheEndAreNotVisited() throws IOException {
        byte[] dump = dump(50);
        RecordSource source = RecordSource.of(new FileState(file(dump)));
        assertFalse(source.record(dump.length + 10L, Task.UNWATCHED).isPresent());
        assertEquals(1, visited(source, List.of(0L, dump.length + 5L)).size());
    }

    @Test
    void aFileThatHasChangedIsToldAndNotRead() throws IOException {
        Path file = file(dump(50));
        RecordSource source = RecordSource.of(new FileState(file));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertTold(source, "has changed since it was read", "anew");
        Files.delete(file);
        assertTold(source, "is no longer there", "Put it back");
    }

    @Test
    void aStreamCannotBeReadAgain() {
        DumpException told = assertThrows(DumpException.class, () -> RecordSource.of(Loading.input("{}")));
        assertTrue(told.getMessage().contains("only once. Save the dump to a file"), told.getMessage());
        assertThrows(DumpException.class, () -> RecordSource.of(FileState.NONE));
    }

    private static void assertTold(RecordSource source, String... words) {
        DumpException told = assertThrows(DumpException.class, () -> source.record(0, Task.UNWATCHED));
        for (String word : words) {
            assertTrue(told.getMessage().contains(word), told.getMessage());
        }
    }

    @Test
    void whatAVisitorThrowsIsNotLostAndACancelledTaskEndsIt() throws IOException {
        byte[] dump = dump(500);
        RecordSource source = RecordSource.of(new FileState(file(packed(dump, 0, dump.length)))).with(2, 500);
        List<Long> offsets = every(dump, 1);
        assertThrows(DumpException.class, () -> source.visit(offsets.size(), offsets::get, (rank, record) -> {
            throw new IllegalStateException("on purpose");
        }, Task.UNWATCHED));
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
            }

            @Override
            public void done(long steps) {
                throw new CancelledException();
            }
        };
        assertThrows(CancelledException.class, () ->
            source.visit(offsets.size(), offsets::get, (rank, record) -> { }, cancelled));
    }
}
