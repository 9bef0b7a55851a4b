package io.github.memdump.answer.content;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.site.SiteWords;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import io.github.memdump.value.Value;
import io.github.memdump.view.ObjectNames;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All about one object; of its value only what was asked for. Not thread-safe. */
public final class ObjectAnswer {
    /** How many bytes of a field are shown of the record as it stands. */
    public static final int LONGEST_RAW = 1 << 20;

    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.NAME, Column.MEMSIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD, Column.ROOT_DISTANCE,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.DOMINATOR);
    private static final String VALUE = "value";
    /** Stands for a value in a record that is shown without it. */
    private static final String HIDDEN = "\"(hidden; --value shows it)\"";
    private static final String REFERENCES = "references";
    /** A field longer than this says nothing to anybody. */
    private static final int LONGEST_FIELD = 4096;
    private static final int LONGEST_SHOWN = 200;

    private final Findings findings;
    private final Heap heap;
    private final int object;
    private final RawRecord record;
    private final @Nullable Value value;
    private final ReferenceNames via;
    private final String source;

    /** Prepares to speak of an object; its value is shown if it is given. */
    public ObjectAnswer(Findings findings, int object, RawRecord record, Optional<Value> value,
        ReferenceNames via, SourceLines lines) {
        this.source = new SiteWords(findings.heap(), lines).source(findings.heap().site(object));
        this.via = via;
        this.findings = findings;
        this.heap = findings.heap();
        this.object = object;
        this.record = record;
        this.value = value.orElse(null);
    }

    /**
     * Returns what there is to say.
     *
     * @param raw   whether the record is shown as it stands
     * @param shown how many objects that it refers to, and that refer to it, people see
     */
    public Answer of(boolean raw, int shown) {
        ObjectNames names = new ObjectNames(heap);
        ReferenceTable tables = new ReferenceTable(findings, names, COLUMNS, via);
        Answer.Builder answer = Answer.builder().facts(ObjectColumns.of(findings, COLUMNS), object)
            .fact("source", source).fact("damaged", isDamaged())
            .say(names.of(object) + (heap.isRoot(object) ? "" : " " + heap.identity(object)) + " in "
                + heap.facts().dumpName());
        figures(answer);
        Answer.Builder fields = Answer.builder();
        answer.say("Fields of the record" + (isDamaged() ? ", which is damaged" : ""));
        fields().forEach((field, json) -> {
            fields.json(field, json);
            answer.detail(field, cut(json));
        });
        answer.section("fields", "", fields.build());
        if (raw) {
            answer.fact("raw", raw()).say("The record").detail(raw());
        }
        neighbours(answer, REFERENCES, "refers to", tables, tables.references(object), shown);
        neighbours(answer, "referrers", "is referred to by", tables, tables.referrers(object), shown);
        int[] path = findings.fromRoots().orElseThrow().path(object);
        if (path.length == 0) {
            answer.say("No root reaches it.");
        }
        AnswerTable.Builder<ReferenceTable.Reference> steps = tables.path(path);
        if (path.length > 0) {
            answer.say("Held by").detail(new PathLine(names, heap, via).of(path));
            steps.titled("A shortest path from a root, " + Figures.count(path.length - 1L, "reference"))
                .column(tables.figure(Column.MEMSIZE)).columns(tables.forPeople());
        }
        return answer.section("path", "", Answer.builder().table(steps.build()).build())
            .next("memdump dominators DUMP", "shows what retains most" + (value == null ? "; --value shows the value"
                : "")).build();
    }

    private void figures(Answer.Builder answer) {
        long retained = findings.number(Column.RETAINED_SIZE, object);
        String method = findings.text(Column.METHOD, object);
        String site = heap.sites().place(heap.site(object));
        answer.detail("memsize", Figures.bytes(heap.memsize(object)))
            .detail("retained", retained == Findings.ABSENT ? "nothing: no root reaches it"
                : Figures.bytes(retained) + " in " + Figures.count(findings.number(Column.RETAINED_COUNT, object),
                    "object") + ", dominated by " + findings.text(Column.DOMINATOR, object))
            .detail("allocated at", (site.isEmpty() ? "unknown: not traced" : site)
                + (method.isEmpty() ? "" : " in " + method));
        if (!source.isEmpty()) {
            answer.detail("source", source);
        }
        if (value != null) {
            answer.detail(VALUE, ValueWords.sentence(value));
            ValueWords.add(answer, value);
        }
    }

    private static void neighbours(Answer.Builder answer, String field, String relation, ReferenceTable tables,
        AnswerTable.Builder<ReferenceTable.Reference> rows, int shown) {
        int count = rows.build().size();
        String title = "It " + relation + " " + Figures.count(count, "object");
        if (count == 0) {
            answer.say(title);
        } else {
            rows.titled(title).showing(shown).column(tables.figure(Column.MEMSIZE)).columns(tables.forPeople());
        }
        answer.section(field, "", Answer.builder().fact("count", count).table(rows.build()).build());
    }

    private boolean isDamaged() {
        return !record.isWhole();
    }

    /** Returns the fields of the record as JSON, in their order, but for references and value. */
    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(record.fields(LONGEST_FIELD));
        fields.remove(REFERENCES);
        if (fields.remove(VALUE) != null && value == null) {
            fields.put(VALUE, HIDDEN);
        }
        return fields;
    }

    private static String cut(String json) {
        return json.codePointCount(0, json.length()) <= LONGEST_SHOWN ? json
            : json.substring(0, json.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    /** Returns the record as it stands in the dump, without its value unless that was asked for. */
    private String raw() {
        if (value == null && isDamaged()) {
            return "(damaged, so that its value cannot be told from the rest; --value shows it)";
        }
        byte[] bytes = value == null
            ? record.replaced(RawRecord.key(VALUE), HIDDEN.getBytes(StandardCharsets.UTF_8)) : record.bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
