package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.memdump.Loading;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.FileState;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes are an index that is used, or one that is refused and replaced: by an IOException, or by a RuntimeException
 * where arrays are not those of a heap. Since no fuzzer guesses checksums, the bytes also say what to change in a good
 * index whose checksums are then put right.
 */
class IndexFileFuzzTest {
    private static final long ENGINE = 1;
    private static final Heap HEAP = Loading.load(OddHeap.damaged());

    @TempDir
    private Path folder;
    private Path file;
    private Directory dump;

    @BeforeEach
    void tellOfADump() throws IOException {
        file = folder.resolve("x.index");
        Path any = Files.write(folder.resolve("any.json"), new byte[] {1});
        dump = new Directory(FileStamp.of(any).orElseThrow(), 7, "limits", List.of());
    }

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] data) throws IOException {
        Files.write(file, data);
        open();
        IndexWriter.write(file, dump, ENGINE, changedArrays(ByteBuffer.wrap(data)));
        open();
        changeDirectory(data);
        open();
    }

    private void open() {
        try (IndexFile index = IndexFile.open(file)) {
            Heap heap = Heap.from(index.arrays(name -> true, Task.UNWATCHED), "dump", new FileState(file));
            for (int id = 0; id < heap.objectCount(); id++) {
                assertEquals(heap.identity(id), heap.identity(id));
            }
        } catch (IOException | RuntimeException refused) {
            // The dump is read instead.
        }
        for (Grouping grouping : Grouping.values()) {
            overview(grouping);
        }
    }

    private void overview(Grouping grouping) {
        try (IndexFile index = IndexFile.open(file)) {
            NamedArrays arrays = index.arrays(name -> Overview.isMadeOf(grouping, name), Task.UNWATCHED);
            Overview.from(arrays, grouping, "dump", new FileState(file)).ifPresent(overview ->
                overview.histogram().rows().forEach(row -> assertEquals(row.key(), row.key())));
        } catch (IOException | RuntimeException refused) {
            // The dump is read instead.
        }
    }

    /** Returns the arrays of the heap, some elements or lengths changed as groups of eight bytes say. */
    private static NamedArrays changedArrays(ByteBuffer data) {
        NamedArrays arrays = NamedArrays.empty();
        Content.HEAP.put(HEAP, arrays);
        List<Map.Entry<String, Object>> all = new ArrayList<>(arrays.all().entrySet());
        while (data.remaining() >= 8) {
            Map.Entry<String, Object> array = all.get((data.get() & 0x7F) % all.size());
            boolean shorter = data.get() < 0;
            int at = (data.getShort() & 0x7FFF) % (Array.getLength(array.getValue()) + 1);
            array = all.set(all.indexOf(array), Map.entry(array.getKey(),
                shorter ? copy(array.getValue(), at) : changed(array.getValue(), at, data.getInt())));
        }
        NamedArrays changed = NamedArrays.empty();
        all.forEach(array -> changed.put(array.getKey(), array.getValue()));
        return changed;
    }

    private static Object copy(Object array, int length) {
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, Math.min(length, Array.getLength(array)));
        return copy;
    }

    private static Object changed(Object array, int at, int value) {
        Object copy = copy(array, Array.getLength(array));
        if (at < Array.getLength(array)) {
            if (copy instanceof byte[]) {
                ((byte[]) copy)[at] = (byte) value;
            } else if (copy instanceof short[]) {
                ((short[]) copy)[at] = (short) value;
            } else if (copy instanceof int[]) {
                ((int[]) copy)[at] = value;
            } else {
                ((long[]) copy)[at] = (long) value << 32 | value & 0xFFFF_FFFFL;
            }
        }
        return copy;
    }

    /** Changes single bytes of the directory, or cuts it, as groups of three bytes say. */
    private void changeDirectory(byte[] data) throws IOException {
        NamedArrays arrays = NamedArrays.empty();
        Content.HEAP.put(HEAP, arrays);
        IndexWriter.write(file, dump, ENGINE, arrays);
        byte[] index = Files.readAllBytes(file);
        IndexFormat.Header header = new IndexFormat.Header(Arrays.copyOf(index, IndexFormat.HEADER_BYTES),
            index.length);
        int from = (int) header.directoryPosition;
        int to = index.length;
        for (int i = 0; i + 3 <= data.length; i += 3) {
            int at = (data[i] & 0xFF) << 8 | data[i + 1] & 0xFF;
            if (at < to - from) {
                index[from + at] = data[i + 2];
            } else if (at % 256 == 255) {
                to = Math.max(from + 1, to - data[i + 2]);
                to = Math.min(to, index.length);
            }
        }
        byte[] directory = Arrays.copyOfRange(index, from, to);
        IndexFormat.header(ENGINE, to, directory).get(index, 0, IndexFormat.HEADER_BYTES);
        Files.write(file, Arrays.copyOf(index, to));
    }
}
