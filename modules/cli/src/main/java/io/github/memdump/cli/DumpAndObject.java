package io.github.memdump.cli;

import io.github.memdump.analysis.Identities;
import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A dump and an object in it as they stand on the command line, in either order. Immutable. */
final class DumpAndObject {
    private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{1,16}(:[0-9]{1,10})?");

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
            return ADDRESS.matcher(word).matches() && !Files.exists(Path.of(word));
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
        int found = Identities.find(heap, object);
        if (found != Heap.NO_OBJECT) {
            return found;
        }
        String name = heap.facts().dumpName();
        int other = ADDRESS.matcher(object).matches() ? Identities.findAddress(heap, object.split(":")[0])
            : Heap.NO_OBJECT;
        if (other != Heap.NO_OBJECT) {
            throw new IOException(name + " has no object " + object + ": at this address is " + heap.identity(other)
                + " (" + heap.className(other) + ").");
        }
        throw new IOException(name + " has no object " + object + ". Give its address (0x7f…), its identity (0x7f…:12)"
            + " or the name of a root (vm); memdump table DUMP --columns object,class lists all.");
    }
}
