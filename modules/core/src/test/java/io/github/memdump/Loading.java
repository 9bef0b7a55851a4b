package io.github.memdump;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Short ways from a told heap, a text or a file to a loaded heap. */
public final class Loading {
    private Loading() {
    }

    /** Loads what the DSL tells. */
    public static Heap load(HeapDsl heap) {
        return load(heap.text());
    }

    /** Loads the text of a dump, leniently. */
    public static Heap load(String text) {
        return load(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Loads the bytes of a dump, leniently. */
    public static Heap load(byte[] dump) {
        try {
            return HeapLoader.lenient().load(input(dump), Task.UNWATCHED);
        } catch (DumpException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads a file, leniently. */
    public static Heap load(Path file) {
        try {
            return HeapLoader.lenient().load(DumpInput.of(file), Task.UNWATCHED);
        } catch (DumpException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a dump as an input. */
    public static DumpInput input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the bytes of a dump as an input. */
    public static DumpInput input(byte[] dump) {
        return DumpInput.of("test.json", new ByteArrayInputStream(dump));
    }
}
