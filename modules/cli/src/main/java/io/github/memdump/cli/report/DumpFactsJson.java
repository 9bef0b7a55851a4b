package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.cli.report.story.DumpFacts;
import io.github.memdump.dump.IssueKind;
import io.github.memdump.heap.LoadFacts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The dumps of a report as JSON. */
final class DumpFactsJson {
    private DumpFactsJson() {
    }

    /** Writes the field {@code dumps}, the earliest first. */
    static void write(JsonGenerator json, List<DumpFacts> dumps) throws IOException {
        json.writeArrayFieldStart("dumps");
        for (DumpFacts dump : dumps) {
            LoadFacts facts = dump.facts();
            json.writeStartObject();
            json.writeStringField("dump", facts.dumpName());
            json.writeNumberField("objects", dump.objects());
            json.writeNumberField("memsize", facts.memsize());
            json.writeNumberField("references", facts.references());
            json.writeNumberField("dangling_references", facts.danglingReferences());
            json.writeNumberField("duplicate_references", facts.duplicateReferences());
            json.writeNumberField("with_generation", facts.withGeneration());
            json.writeNumberField("roots", dump.roots());
            json.writeNumberField("lines", facts.lines());
            json.writeNumberField("bytes", facts.bytes());
            json.writeObjectFieldStart("issues");
            for (Map.Entry<IssueKind, Long> issue : facts.issues().counts().entrySet()) {
                json.writeNumberField(issue.getKey().key(), issue.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
