package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.content.LoadAnswer;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.investigation.ReadFacts;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** The dumps of a report as JSON. */
final class DumpFactsJson {
    private DumpFactsJson() {
    }

    /** Writes the field {@code dumps}, the earliest first. */
    static void write(JsonGenerator json, List<ReadFacts> dumps) throws IOException {
        json.writeArrayFieldStart("dumps");
        for (ReadFacts dump : dumps) {
            json.writeStartObject();
            json.writeStringField("dump", dump.facts().dumpName());
            JsonRenderer.write(LoadAnswer.of(dump.facts(), dump.objects(), dump.roots()), OptionalInt.empty(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
