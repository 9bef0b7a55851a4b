package io.github.memdump.cli.option;

import io.github.memdump.analysis.Identities;
import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Objects named on the command line. */
public final class Places {
    private Places() {
    }

    /** Returns whether a text is an address, with a generation or without. */
    public static boolean isAddress(String text) {
        return Identities.isAddress(text);
    }

    /**
     * Returns the object of an address, an identity or the name of a root.
     *
     * @throws IOException if there is none; the message says what is near
     */
    public static int find(Heap heap, String text) throws IOException {
        int object = Identities.find(heap, text);
        if (object != Heap.NO_OBJECT) {
            return object;
        }
        String dump = heap.facts().dumpName();
        if (!isAddress(text)) {
            throw new IOException(dump + " has no object '" + text + "': that is neither an address 0x… nor the name of"
                + " a root. The roots are: " + Arrays.stream(heap.roots()).mapToObj(heap::identity)
                    .collect(Collectors.joining(", ")) + ".");
        }
        int other = Identities.findAddress(heap, text.split(":")[0]);
        throw new IOException(dump + " has no object " + text + (other == Heap.NO_OBJECT
            ? ". memdump table DUMP --columns object,class lists those it has."
            : "; at that address there is " + heap.identity(other) + ", a " + heap.className(other) + "."));
    }
}
