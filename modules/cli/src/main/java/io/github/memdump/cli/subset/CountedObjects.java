package io.github.memdump.cli.subset;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Objects with a count each, most first, those of one count by id. Immutable; 4 bytes per object. */
final class CountedObjects {
    /** So many are shown to people unless they ask for more. */
    static final int SHOWN = 40;

    private final Heap heap;
    private final int[] objects;
    private final String key;
    private final IntUnaryOperator count;

    private CountedObjects(Heap heap, int[] objects, String key, IntUnaryOperator count) {
        this.heap = heap;
        this.objects = objects;
        this.key = key;
        this.count = count;
    }

    /** Returns objects in order of their counts, which JSON calls by a key; 8 bytes per object for the time. */
    static CountedObjects of(Heap heap, NodeSet objects, String key, IntUnaryOperator count) {
        int[] ranked = objects.toArray();
        long[] keys = new long[ranked.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) -count.applyAsInt(ranked[i]) << Integer.SIZE | ranked[i];
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            ranked[i] = (int) keys[i];
        }
        return new CountedObjects(heap, ranked, key, count);
    }

    /** Returns objects that are in order already. */
    static CountedObjects ranked(Heap heap, int[] objects, String key, IntUnaryOperator count) {
        return new CountedObjects(heap, objects.clone(), key, count);
    }

    /** Returns how many there are. */
    int size() {
        return objects.length;
    }

    /** Writes the field {@code rows}, the first so many of them, into the current JSON object. */
    void writeTo(JsonGenerator json, int most) throws IOException {
        json.writeArrayFieldStart("rows");
        for (int i = 0; i < Math.min(most, objects.length); i++) {
            int object = objects[i];
            json.writeStartObject();
            json.writeStringField("object", heap.identity(object));
            json.writeStringField("type", heap.typeName(object));
            json.writeStringField("class", heap.className(object));
            json.writeNumberField("memsize", heap.memsize(object));
            json.writeNumberField(key, count.applyAsInt(object));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Returns a table of the first so many, and a line that says how many there are besides. */
    String text(String title, int most) {
        TextTable table = new TextTable().numbers(title).text("type").text("class").text("name").text("object");
        for (int i = 0; i < Math.min(most, objects.length); i++) {
            int object = objects[i];
            table.row(Figures.count(count.applyAsInt(object)), heap.typeName(object), heap.className(object),
                heap.name(object), heap.identity(object));
        }
        return table + (most >= objects.length ? ""
            : "… and " + Figures.count(objects.length - (long) most) + " more (--top all shows them)\n");
    }
}
