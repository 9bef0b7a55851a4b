package io.github.memdump.cli;

import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dumps for tests that write again and again, and a look at what is left. Immutable. */
final class Soak {
    private static final int OBJECTS = 600;

    final Path before;
    final Path after;
    /** Later still, so that the files about it differ from those about the other. */
    final Path later;

    /** Finds the dumps that are in a folder. */
    Soak(Path folder) {
        this.before = folder.resolve("before.json");
        this.after = folder.resolve("after.json");
        this.later = folder.resolve("later.json");
    }

    /** Writes the dumps. */
    static Soak in(Path folder) throws IOException {
        HeapDsl heap = HeapDsl.heap().klass("Store").klass("Item").klass("Hash").root("vm", "store")
            .record("blank", "SHAPE").with("id", 0).with("depth", 1).with("shape_type", "ROOT")
            .record("named", "SHAPE").with("id", 1).with("parent_id", 0).with("depth", 2).with("shape_type", "IVAR")
            .with("edge_name", "@name")
            .object("store").ofClass("Store").generation(1).array("items").heldBy("store").generation(1);
        heap.writeTo(folder.resolve("before.json"));
        fill(heap.then(), "one", OBJECTS).writeTo(folder.resolve("between.json"));
        fill(heap.then(), "two", OBJECTS).writeTo(folder.resolve("after.json"));
        fill(heap.then(), "three", OBJECTS / 2).writeTo(folder.resolve("later.json"));
        return new Soak(folder);
    }

    private static HeapDsl fill(HeapDsl heap, String name, int objects) {
        for (int i = 0; i < objects; i++) {
            heap.object(name + i).ofClass("Item").heldBy("items").memsize(40 + i % 7).generation(2)
                .with("shape_id", 1);
            heap.hash(name + "-none" + i).ofClass("Hash").with("size", 0).heldBy(name + i).generation(2);
            heap.string(name + "-text" + i, "text " + i).heldBy(name + i).generation(2);
        }
        return heap;
    }

    /** Returns the names in a folder, hidden ones too. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
