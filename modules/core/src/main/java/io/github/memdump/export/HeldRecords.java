package io.github.memdump.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Records made of what the heap holds of their objects. An object that stands for a group is a GROUP record. */
final class HeldRecords {
    private static final String GROUP = "GROUP";

    private final HeapSubset subset;
    private final Heap heap;
    private final Graph references;
    private final ClassForm form;
    private final JsonGenerator json;

    HeldRecords(HeapSubset subset, ClassForm form, OutputStream out) throws IOException {
        this.subset = subset;
        this.heap = subset.heap();
        this.references = subset.references();
        this.form = form;
        // Escaped, half a surrogate pair in a name is written as it was read, and not refused.
        this.json = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    /** Writes the record of an object, which may still be on its way to the stream. */
    void write(int object) throws IOException {
        json.writeStartObject();
        if (heap.isRoot(object)) {
            json.writeStringField("type", "ROOT");
            json.writeStringField("root", subset.groupOf(object).map(ObjectGroup::name).orElse(heap.name(object)));
            references(object);
        } else {
            record(object);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Hands everything written so far to the stream. */
    void flush() throws IOException {
        json.flush();
    }

    private void record(int object) throws IOException {
        Optional<ObjectGroup> group = subset.groupOf(object);
        json.writeStringField("address", Addresses.format(heap.address(object)));
        json.writeStringField("type", group.isPresent() ? GROUP : heap.typeName(object));
        if (group.isPresent()) {
            json.writeStringField("name", group.get().name());
            json.writeNumberField("members", group.get().members().size());
            references(object);
        } else {
            describe(object);
        }
        if (subset.memsize(object) != 0) {
            json.writeNumberField("memsize", subset.memsize(object));
        }
    }

    private void describe(int object) throws IOException {
        int classNumber = heap.recordedClass(object);
        if (heap.classes().address(classNumber) != Addresses.NONE) {
            String address = Addresses.format(heap.classes().address(classNumber));
            String name = heap.classes().name(classNumber);
            json.writeStringField("class", form == ClassForm.NAME ? name : address);
            json.writeStringField(form == ClassForm.NAME ? "class_address" : "class_name",
                form == ClassForm.NAME ? address : name);
        }
        text(nameKey(heap.type(object)), heap.name(object));
        references(object);
        text("file", heap.sites().file(heap.site(object)));
        if (heap.sites().line(heap.site(object)) != 0) {
            json.writeNumberField("line", heap.sites().line(heap.site(object)));
        }
        text("method", heap.sites().method(heap.site(object)));
        if (heap.generation(object) != Heap.NO_GENERATION) {
            json.writeNumberField("generation", heap.generation(object));
        }
    }

    private static String nameKey(int type) {
        switch (type) {
            case RecordTypes.DATA:
                return "struct";
            case RecordTypes.IMEMO:
                return "imemo_type";
            default:
                return "name";
        }
    }

    private void text(String key, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(key, value);
        }
    }

    private void references(int object) throws IOException {
        if (references.outDegree(object) == 0) {
            return;
        }
        json.writeArrayFieldStart("references");
        for (int i = references.from(object); i < references.to(object); i++) {
            json.writeString(Addresses.format(heap.address(references.target(i))));
        }
        json.writeEndArray();
    }
}
