package io.github.memdump.cli.option;

import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A dump and an object in it as they stand on the command line, in either order. Immutable. */
public final class DumpAndObject {
    private final String dump;
    private final String object;

    private DumpAndObject(String dump, String object) {
        this.dump = dump;
        this.object = object;
    }

    /** Tells the two words apart; one alone is an object if it is written like an address. */
    public static DumpAndObject of(List<String> words) {
        String first = words.get(0);
        if (words.size() == 1) {
            return isAddress(first) ? new DumpAndObject("", first) : new DumpAndObject(first, "");
        }
        String last = words.get(1);
        return areSwapped(first, last) ? new DumpAndObject(last, first) : new DumpAndObject(first, last);
    }

    /**
     * Returns whether the object stands first and the dump last: the first is written like an address and is not the
     * name of a file, or it is no file, as the name of a root is none, and the last one is.
     */
    public static boolean areSwapped(String first, String last) {
        return isAddress(first) || !isDump(first) && isDump(last);
    }

    private static boolean isAddress(String word) {
        return Places.isAddress(word) && !isDump(word);
    }

    private static boolean isDump(String word) {
        try {
            return word.equals("-") || Files.exists(Path.of(word));
        } catch (InvalidPathException notAFile) {
            return false;
        }
    }

    /** Returns the dump, empty if none is named. */
    public String dump() {
        return dump;
    }

    /** Returns what names the object, empty if nothing does. */
    public String object() {
        return object;
    }

    /** Finds the object in the heap of the dump. */
    public int find(Heap heap) throws IOException {
        return Places.find(heap, object);
    }
}
