package io.github.memdump.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import io.github.memdump.dump.Addresses;
import io.github.memdump.dump.RecordBlock;
import io.github.memdump.file.AtomicFile;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a subset as a dump, one record a line as Ruby writes them: ROOT records first, then by address. Read again it
 * gives the same objects with the same references, classes, sizes, generations and allocation sites.
 *
 * <p>A record has {@code address}, {@code type}, {@code class}, {@code references} (among the objects of the subset),
 * {@code file}, {@code line}, {@code method}, {@code generation}, {@code memsize} and what the object calls itself
 * ({@code name}, {@code struct}, {@code imemo_type}), where it has them; and beyond what Ruby writes a
 * {@code class_name}, because the record of the class may not be in the subset. String values and flags are not in the
 * heap and so not in the dump. An object that stands for a group is a record of the type {@code GROUP} with the name
 * of the group. Linear time; a few kilobytes.
 */
public final class DumpWriter {
    private static final int STEP = 1 << 13;
    private static final String GROUP = "GROUP";

    private final HeapSubset subset;
    private final Heap heap;
    private final Graph references;
    private final JsonGenerator json;

    private DumpWriter(HeapSubset subset, JsonGenerator json) {
        this.subset = subset;
        this.heap = subset.heap();
        this.references = subset.references();
        this.json = json;
    }

    /**
     * Writes a dump file, packed by gzip if its name ends in {@code .gz}.
     *
     * @return the number of records
     * @throws IOException                               if the file cannot be written; then there is none
     * @throws io.github.memdump.task.CancelledException if the task was cancelled; then there is no file
     */
    public static int write(HeapSubset subset, Path target, Task task) throws IOException {
        try (AtomicFile file = AtomicFile.beside(target)) {
            boolean packed = target.toString().endsWith(".gz");
            try (OutputStream out = packed ? new GZIPOutputStream(file.stream(), 1 << 16) : file.stream()) {
                write(subset, out, task);
            }
            file.commit();
        }
        return subset.size();
    }

    /** Writes a dump to a stream, which stays open. */
    public static void write(HeapSubset subset, OutputStream out, Task task) throws IOException {
        // Escaped, half a surrogate pair in a name is written as it was read, and not refused.
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(null);
            new DumpWriter(subset, json).run(task);
        }
    }

    private void run(Task task) throws IOException {
        task.phase("Writing the dump", subset.size());
        for (int root : heap.roots()) {
            if (subset.contains(root)) {
                root(root);
            }
        }
        int pending = 0;
        for (int object = subset.objects().nextMember(0); object >= 0 && !heap.isRoot(object);
            object = subset.objects().nextMember(object + 1)) {
            record(object);
            if (++pending == STEP) {
                task.done(pending);
                pending = 0;
            }
        }
        task.done(pending);
    }

    private void root(int object) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "ROOT");
        json.writeStringField("root", subset.groupOf(object).map(ObjectGroup::name).orElse(heap.name(object)));
        references(object);
        end();
    }

    private void record(int object) throws IOException {
        Optional<ObjectGroup> group = subset.groupOf(object);
        json.writeStartObject();
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
        end();
    }

    private void describe(int object) throws IOException {
        int classNumber = heap.classNumber(object);
        if (heap.classes().address(classNumber) != RecordBlock.NO_ADDRESS) {
            json.writeStringField("class", Addresses.format(heap.classes().address(classNumber)));
            json.writeStringField("class_name", heap.classes().name(classNumber));
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

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
