package io.github.memdump.cli;

import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A dump and an object in it as they stand on the command line, in either order. Immutable. */
final class DumpAndObject {
    private final String dump;
    private final String object;

    private DumpAndObject(String dump, String object) {
        this.dump = dump;
        this.object = object;
    }

    /** Tells the two words apart: an address is one that is written like an address and is not the name of a file. */
    static DumpAndObject of(List<String> words) {
        String first = words.get(0);
        if (words.size() == 1) {
            return isAddress(first) ? new DumpAndObject("", first) : new DumpAndObject(first, "");
        }
        return isAddress(first) ? new DumpAndObject(words.get(1), first) : new DumpAndObject(first, words.get(1));
    }

    private static boolean isAddress(String word) {
        try {
            return Places.isAddress(word) && !Files.exists(Path.of(word));
        } catch (InvalidPathException notAFile) {
            return true;
        }
    }

    /** Returns the dump, empty if none is named. */
    String dump() {
        return dump;
    }

    /** Returns what names the object, empty if nothing does. */
    String object() {
        return object;
    }

    /** Finds the object in the heap of the dump. */
    int find(Heap heap) throws IOException {
        return Places.find(heap, object);
    }
}
