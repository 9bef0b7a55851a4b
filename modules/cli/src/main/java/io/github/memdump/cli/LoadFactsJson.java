package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.dump.IssueKind;
import io.github.memdump.heap.LoadFacts;
import java.io.IOException;
import java.util.Map;

/** What reading a dump told, as JSON. */
public final class LoadFactsJson {
    private LoadFactsJson() {
    }

    /** Writes the fields into the current object, from {@code objects} to {@code issues}. */
    public static void writeTo(JsonGenerator json, LoadFacts facts, int objects, int roots) throws IOException {
        json.writeNumberField("objects", objects);
        json.writeNumberField("references", facts.references());
        json.writeNumberField("dangling_references", facts.danglingReferences());
        json.writeNumberField("duplicate_references", facts.duplicateReferences());
        json.writeNumberField("memsize", facts.memsize());
        json.writeNumberField("without_memsize", facts.withoutMemsize());
        json.writeNumberField("least_memsize", facts.leastMemsize());
        json.writeNumberField("with_generation", facts.withGeneration());
        json.writeNumberField("roots", roots);
        json.writeNumberField("slots", facts.slots().total());
        json.writeNumberField("lines", facts.lines());
        json.writeNumberField("bytes", facts.bytes());
        json.writeObjectFieldStart("issues");
        for (Map.Entry<IssueKind, Long> issue : facts.issues().counts().entrySet()) {
            json.writeNumberField(issue.getKey().key(), issue.getValue());
        }
        json.writeEndObject();
    }
}
