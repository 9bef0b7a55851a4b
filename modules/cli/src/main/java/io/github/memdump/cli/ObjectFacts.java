package io.github.memdump.cli;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All about one object; of its value only what was asked for. Not thread-safe. */
final class ObjectFacts {
    static final String VALUE = "value";
    /** Stands for a value in a record that is shown without it. */
    static final String HIDDEN = "\"(hidden; --value shows it)\"";
    private static final String REFERENCES = "references";
    /** A field longer than this says nothing to anybody. */
    private static final int LONGEST_FIELD = 4096;

    private final Findings findings;
    private final int object;
    private final RawRecord record;
    private Value value;

    ObjectFacts(Findings findings, int object, RawRecord record) {
        this.findings = findings;
        this.object = object;
        this.record = record;
    }

    /** Permits that the value is shown. */
    void show(Value permitted) {
        value = permitted;
    }

    Findings findings() {
        return findings;
    }

    Heap heap() {
        return findings.heap();
    }

    int object() {
        return object;
    }

    /** Returns the value, if it was asked for. */
    Optional<Value> value() {
        return Optional.ofNullable(value);
    }

    /** Returns whether what there is of the record had to be salvaged. */
    boolean isDamaged() {
        return !record.isWhole();
    }

    /** Returns the fields of the record as JSON, in their order, but for references and value. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(record.fields(LONGEST_FIELD));
        fields.remove(REFERENCES);
        if (fields.remove(VALUE) != null && value == null) {
            fields.put(VALUE, HIDDEN);
        }
        return fields;
    }

    /** Returns the record as it stands in the dump, without its value unless that was asked for. */
    String raw() {
        if (value == null && isDamaged()) {
            return "(damaged, so that its value cannot be told from the rest; --value shows it)";
        }
        byte[] bytes = value == null
            ? record.replaced(RawRecord.key(VALUE), HIDDEN.getBytes(StandardCharsets.UTF_8)) : record.bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the objects that it refers to. */
    int[] references() {
        return targets(heap().references());
    }

    /** Returns the objects that refer to it. */
    int[] referrers() {
        return targets(heap().referrers());
    }

    private int[] targets(Graph graph) {
        int[] targets = new int[graph.outDegree(object)];
        Arrays.setAll(targets, i -> graph.target(graph.from(object) + i));
        return targets;
    }

    /** Returns a shortest path from a root to it, empty if no root reaches it. */
    int[] path() {
        return findings.fromRoots().orElseThrow().path(object);
    }
}
