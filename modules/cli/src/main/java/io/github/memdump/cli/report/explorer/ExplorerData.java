package io.github.memdump.cli.report.explorer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.GrowthRow;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.cli.report.story.SourcePlaces;
import io.github.memdump.cli.report.story.Words;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.text.Printable;
import io.github.memdump.view.Namespaces;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.area.Area;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the scripts of a page show: areas of retained bytes, where in them the suspects are, growth by class. */
public final class ExplorerData {
    /** Lines in a chart, of those that people may choose from. */
    private static final int MOST_CLASSES = 60;

    private final Findings findings;
    private final Heap heap;
    private final List<Area> areas;
    private final ReferenceNames via;
    private final SourcePlaces places;
    private final TextTable texts = new TextTable();

    private ExplorerData(Evidence evidence) {
        this.findings = evidence.findings();
        this.heap = evidence.heap();
        this.areas = evidence.areas();
        this.via = evidence.names();
        this.places = evidence.places();
    }

    /** Returns the data of evidence whose paths are named, as JSON. */
    public static String of(Evidence evidence) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonRenderer.generator(bytes)) {
            new ExplorerData(evidence).writeTo(json);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("compared", findings.diff().isPresent());
        writeAreas(json);
        writeSuspects(json);
        if (findings.growth().isPresent()) {
            writeGrowth(json, findings.growth().get());
        }
        texts.writeTo(json);
        json.writeEndObject();
    }

    private void writeAreas(JsonGenerator json) throws IOException {
        ObjectNames names = new ObjectNames(heap);
        json.writeObjectFieldStart("areas");
        column(json, "parent", Area::parent);
        column(json, "rest", area -> area.kind() == Area.Kind.REST ? 1 : 0);
        column(json, "objects", Area::objects);
        column(json, "retained", Area::retained);
        column(json, "size", Area::size);
        if (findings.diff().isPresent()) {
            column(json, "fresh", Area::newSize);
        }
        column(json, "name", area -> texts.number(area.kind() == Area.Kind.REST
            ? Figures.count(area.objects()) + " more" : Words.times(names.of(area.object()), area.objects())));
        column(json, "class", area -> ofMost(area, heap.className(area.object())));
        column(json, "site", area -> ofMost(area, Words.site(findings, area.object())));
        column(json, "gem", area -> ofMost(area, Namespaces.ofSite(Words.site(findings, area.object()))));
        column(json, "via", area -> ofMost(area, via(area)));
        column(json, "link", area -> ofMost(area, places.of(area.object()).address()));
        column(json, "object", area -> texts.number(area.kind() == Area.Kind.OBJECT && !heap.isRoot(area.object())
            ? heap.identity(area.object()) : ""));
        json.writeEndObject();
    }

    /** Returns by what the object of the area around holds that of an area, if it does so itself. */
    private String via(Area area) {
        return area.parent() == Area.NO_PARENT ? ""
            : via.words(areas.get(area.parent()).object(), area.object());
    }

    /** The objects of a rest have little in common. */
    private int ofMost(Area area, String text) {
        return texts.number(area.kind() == Area.Kind.REST ? "" : text);
    }

    private void column(JsonGenerator json, String name, ToLongFunction<Area> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (Area area : areas) {
            json.writeNumber(value.applyAsLong(area));
        }
        json.writeEndArray();
    }

    /** Writes for each suspect where it is: the area of what gathers, or else of what holds it; -1 for neither. */
    private void writeSuspects(JsonGenerator json) throws IOException {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).kind() == Area.Kind.OBJECT) {
                places.put(areas.get(i).object(), i);
            }
        }
        List<Suspect> suspects = findings.found(Suspects.class).map(Suspects::list).orElse(List.of());
        json.writeArrayFieldStart("suspects");
        for (Suspect suspect : suspects) {
            int holder = suspect.holders().isEmpty() ? Heap.NO_OBJECT : suspect.holders().get(0).object();
            json.writeNumber(places.getOrDefault(suspect.accumulationPoint(),
                places.getOrDefault(suspect.object(), places.getOrDefault(holder, -1))));
        }
        json.writeEndArray();
    }

    private void writeGrowth(JsonGenerator json, Growth growth) throws IOException {
        json.writeObjectFieldStart("growth");
        json.writeArrayFieldStart("dumps");
        for (DumpSummary dump : growth.dumps()) {
            json.writeString(Printable.of(dump.name()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("classes");
        List<GrowthRow> rows = growth.byClass().stream()
            .filter(row -> row.survivors() > 0 || row.growsAtEveryStep()).limit(MOST_CLASSES)
            .collect(Collectors.toList());
        for (GrowthRow row : rows) {
            json.writeStartObject();
            json.writeNumberField("name", texts.number(row.key()));
            json.writeArrayFieldStart("counts");
            for (int dump = 0; dump < growth.dumps().size(); dump++) {
                json.writeNumber(row.count(dump));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sizes");
            for (int dump = 0; dump < growth.dumps().size(); dump++) {
                json.writeNumber(row.memsize(dump));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Texts that rows refer to by number, so that each is written once. Not thread-safe. */
    private static final class TextTable {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        /** Returns the number of a text; what is not printable in it is escaped. */
        int number(String text) {
            return numbers.computeIfAbsent(Printable.of(text), any -> numbers.size());
        }

        void writeTo(JsonGenerator json) throws IOException {
            json.writeArrayFieldStart("texts");
            for (String text : numbers.keySet()) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }
}
