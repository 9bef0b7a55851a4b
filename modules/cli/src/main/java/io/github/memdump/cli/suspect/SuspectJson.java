package io.github.memdump.cli.suspect;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Amount;
import io.github.memdump.analysis.suspect.Shape;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.util.List;

/** Suspects as JSON. */
public final class SuspectJson {
    private final Heap heap;
    private final ObjectNames names;
    private final HolderWords words;
    private final boolean isGrowth;
    private final JsonGenerator json;

    /** Prepares to write what was found in a heap, alone or against an earlier one. */
    public SuspectJson(Heap heap, boolean isGrowth, JsonGenerator json) {
        this.heap = heap;
        this.names = new ObjectNames(heap);
        this.words = new HolderWords(heap, names);
        this.isGrowth = isGrowth;
        this.json = json;
    }

    /** Writes the totals and the rows into the current object. */
    public void write(Suspects suspects, int most) throws IOException {
        write(isGrowth ? "new" : "program", suspects.total());
        writeRows("rows", suspects.list().subList(0, Math.min(most, suspects.list().size())));
        if (isGrowth) {
            writeRows("steady", suspects.steady());
        }
    }

    /** Writes suspects as an array into the current object. */
    public void writeRows(String field, List<Suspect> suspects) throws IOException {
        json.writeArrayFieldStart(field);
        for (Suspect suspect : suspects) {
            json.writeStartObject();
            writeRow(suspect);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeRow(Suspect suspect) throws IOException {
        writeObject(suspect.object());
        json.writeStringField("shape", suspect.shape().id());
        json.writeNumberField("alike", suspect.alike());
        json.writeStringField("holder_kind", suspect.holders().isEmpty() ? ""
            : suspect.holders().get(0).kind().id());
        json.writeNumberField("share", suspect.share());
        write("retained", suspect.retained());
        if (isGrowth) {
            write("new", suspect.amount());
            write("growth", suspect.growth());
            if (suspect.shape() != Shape.SHARED) {
                write("retained_before", suspect.retainedBefore());
            }
        }
        if (suspect.accumulationPoint() != Heap.NO_OBJECT) {
            json.writeObjectFieldStart("accumulation_point");
            writeObject(suspect.accumulationPoint());
            writeSite(suspect.accumulationPoint());
            json.writeEndObject();
        }
        writeAccumulated("accumulated", suspect.accumulated());
        writeAccumulated("contents", suspect.contents());
        writePath(suspect.holders().isEmpty() ? new int[0] : suspect.holders().get(0).path());
        write("held_together", suspect.together());
        json.writeArrayFieldStart("holders");
        for (SuspectHolder holder : suspect.holders()) {
            json.writeStartObject();
            writeHolder(holder);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeHolder(SuspectHolder holder) throws IOException {
        writeObject(holder.object());
        writeSite(holder.object());
        json.writeNumberField("objects", holder.objects());
        json.writeStringField("holder_kind", holder.kind().id());
        json.writeStringField("held_by", words.held(holder));
        json.writeStringField("anchor", heap.identity(holder.anchor()));
        json.writeStringField("anchor_name", names.of(holder.anchor()));
        write("keeps", holder.kept());
        json.writeNumberField("references", holder.entries());
        if (isGrowth) {
            json.writeNumberField("references_before", holder.entriesBefore());
        }
        writePath(holder.path());
    }

    private void writeAccumulated(String field, List<Accumulated> groups) throws IOException {
        json.writeArrayFieldStart(field);
        for (Accumulated group : groups) {
            json.writeStartObject();
            json.writeStringField("type", heap.typeName(group.example()));
            json.writeStringField("class", heap.className(group.example()));
            json.writeNumberField("count", group.objects());
            json.writeNumberField("retained_count", group.retained().count());
            json.writeNumberField("retained_size", group.retained().size());
            json.writeNumberField("average_size", group.retained().size() / Math.max(1, group.objects()));
            json.writeArrayFieldStart("sites");
            for (int i = 0; i < group.sites(); i++) {
                json.writeStartObject();
                json.writeStringField("site", heap.sites().place(group.site(i)));
                json.writeStringField("method", heap.sites().method(group.site(i)));
                json.writeNumberField("count", group.siteCount(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePath(int[] path) throws IOException {
        json.writeArrayFieldStart("path");
        for (int object : path) {
            json.writeStartObject();
            json.writeStringField("object", heap.identity(object));
            json.writeStringField("name", names.of(object));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeObject(int object) throws IOException {
        json.writeStringField("object", heap.identity(object));
        json.writeStringField("type", heap.typeName(object));
        json.writeStringField("class", heap.className(object));
        json.writeStringField("name", heap.name(object));
    }

    private void writeSite(int object) throws IOException {
        json.writeStringField("site", heap.sites().place(heap.site(object)));
    }

    private void write(String what, Amount amount) throws IOException {
        json.writeNumberField(what + "_count", amount.count());
        json.writeNumberField(what + "_size", amount.size());
    }
}
