package io.github.memdump.analysis;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds objects by what people write for them: an address, an identity, the name of a ROOT object. */
public final class Identities {
    private static final Pattern WRITTEN = Pattern.compile("(0[xX][0-9a-fA-F]{1,16})(?::([0-9]{1,10}))?");

    /** What graphs, tables and reports call a root, a class or a module. */
    private static final Pattern SHOWN = Pattern.compile("(root|class|module) (.+)");
    /** That of a class or a module begins with a capital, or like {@code #<Class:Shop>}. */
    private static final Pattern SHOWN_NAME = Pattern.compile("root \\w+|(class|module) (\\p{Lu}|#<)[^\"=~]*");

    private Identities() {
    }

    /**
     * Returns the object at an address ({@code 0x7f8a6a627e50}, capitals and leading zeros welcome), of an identity
     * ({@code 0x7f8a6a627e50:12}), of a ROOT object's name ({@code vm}), or by what roots, classes and modules are
     * called everywhere ({@code module Shop}), or {@link Heap#NO_OBJECT}. An identity whose generation is not the
     * object's is found nowhere. Logarithmic time, linear for classes and modules.
     */
    public static int find(Heap heap, String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return named(heap, text);
        }
        int object = findAddress(heap, written.group(1));
        boolean isOther = object != Heap.NO_OBJECT && written.group(2) != null
            && Long.parseLong(written.group(2)) != heap.generation(object);
        return isOther ? Heap.NO_OBJECT : object;
    }

    private static int named(Heap heap, String text) {
        int root = heap.rootNamed(text);
        Matcher shown = SHOWN.matcher(text);
        if (root != Heap.NO_OBJECT || !shown.matches()) {
            return root;
        }
        if (shown.group(1).equals("root")) {
            return heap.rootNamed(shown.group(2));
        }
        int type = shown.group(1).equals("class") ? RecordTypes.CLASS : RecordTypes.MODULE;
        for (int object = 0; object < heap.objectCount(); object++) {
            if (heap.type(object) == type && heap.name(object).equals(shown.group(2))) {
                return object;
            }
        }
        return Heap.NO_OBJECT;
    }

    /** Returns whether a text is written like what roots, classes and modules are called, and no selection is. */
    public static boolean isShownName(String text) {
        return SHOWN_NAME.matcher(text).matches();
    }

    /** Returns whether a text is written like an address, with a generation or without. */
    public static boolean isAddress(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** Returns the object at an address, or {@link Heap#NO_OBJECT}; logarithmic time. */
    public static int findAddress(Heap heap, String text) {
        long address = Addresses.parse(text.replace('X', 'x'));
        return address == Addresses.NONE ? Heap.NO_OBJECT : heap.at(address);
    }

    /** Returns an identity or address as columns print it: lower case, no leading zeros; other texts as they are. */
    public static String normal(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return text;
        }
        String address = Addresses.format(Addresses.parse(written.group(1).replace('X', 'x')));
        return written.group(2) == null ? address : address + ":" + Long.parseLong(written.group(2));
    }
}
