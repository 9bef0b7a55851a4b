package io.github.memdump.bench.scaling;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two dumps of one process while they are written: what is old stands in both, what is new in the later one alone.
 * Objects have numbers; their addresses lie close together as those of Ruby do. Not thread-safe.
 */
final class Records implements Closeable {
    /** The class of all objects, held by {@code root vm}. */
    static final int NODE_CLASS = 0;
    /** The numbers from here on are free. */
    static final int FIRST_FREE = 1;

    private static final long FIRST_ADDRESS = 0x7f0000000000L;
    private static final int SLOT_BYTES = 40;

    private final BufferedWriter before;
    private final BufferedWriter after;

    Records(Path before, Path after) throws IOException {
        this.before = Files.newBufferedWriter(before, StandardCharsets.UTF_8);
        this.after = Files.newBufferedWriter(after, StandardCharsets.UTF_8);
        root("vm", NODE_CLASS);
        write(true, "{\"address\":\"" + address(NODE_CLASS)
            + "\", \"type\":\"CLASS\", \"name\":\"Node\", \"memsize\":500}\n");
    }

    /** Returns the address of an object, as a dump writes it. */
    static String address(long number) {
        return "0x" + Long.toHexString(FIRST_ADDRESS + number * SLOT_BYTES);
    }

    /** Writes an old ROOT record. */
    void root(String name, long... references) throws IOException {
        write(true, "{\"type\":\"ROOT\", \"root\":\"" + name + "\"" + list(references) + "}\n");
    }

    /** Writes an object of class Node that only the later dump has. */
    void newObject(int number, String type, long... references) throws IOException {
        object(number, type, false, references);
    }

    /** Writes an object of class Node that was there before; both dumps have all its references. */
    void oldObject(int number, String type, long... references) throws IOException {
        object(number, type, true, references);
    }

    private void object(int number, String type, boolean isOld, long... references) throws IOException {
        write(isOld, "{\"address\":\"" + address(number) + "\", \"type\":\"" + type + "\", \"class\":\""
            + address(NODE_CLASS) + "\"" + list(references) + ", \"file\":\"node.rb\", \"line\":" + (isOld ? 1 : 2)
            + ", \"method\":\"new\", \"generation\":" + (isOld ? 1 : 5) + ", \"memsize\":40}\n");
    }

    /** Writes a new string with a value. */
    void string(int number, String value) throws IOException {
        write(false, "{\"address\":\"" + address(number) + "\", \"type\":\"STRING\", \"class\":\"" + address(NODE_CLASS)
            + "\", \"bytesize\":" + value.length() + ", \"value\":\"" + value + "\", \"encoding\":\"UTF-8\""
            + ", \"file\":\"text.rb\", \"line\":1, \"generation\":5, \"memsize\":40}\n");
    }

    /** Writes a new class with a name and a superclass, and a new instance of it with a file of its own. */
    void classWithInstance(int number, int superclass, String name) throws IOException {
        write(false, "{\"address\":\"" + address(number) + "\", \"type\":\"CLASS\", \"name\":\"" + name
            + "\", \"superclass\":\"" + address(superclass) + "\"" + list(superclass)
            + ", \"generation\":5, \"memsize\":500}\n");
        write(false, "{\"address\":\"" + address(number + 1) + "\", \"type\":\"OBJECT\", \"class\":\"" + address(number)
            + "\"" + list(number) + ", \"file\":\"" + name + ".rb\", \"line\":" + number
            + ", \"method\":\"make_" + name + "\", \"generation\":" + (5 + number % 1000) + ", \"memsize\":40}\n");
    }

    private static String list(long... references) {
        if (references.length == 0) {
            return "";
        }
        StringBuilder list = new StringBuilder(", \"references\":[");
        for (int i = 0; i < references.length; i++) {
            list.append(i == 0 ? "\"" : ", \"").append(address(references[i])).append('"');
        }
        return list.append(']').toString();
    }

    private void write(boolean isOld, String line) throws IOException {
        after.write(line);
        if (isOld) {
            before.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        before.close();
        after.close();
    }
}
