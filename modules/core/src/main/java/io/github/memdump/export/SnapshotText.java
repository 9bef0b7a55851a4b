package io.github.memdump.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of one heap snapshot, as V8's HeapSnapshotJSONSerializer writes it
 * (src/profiler/heap-snapshot-generator.cc): tables of numbers one after another, strings last. Not thread-safe.
 */
final class SnapshotText {
    private static final List<String> NODE_FIELDS = List.of("type", "name", "id", "self_size", "edge_count",
        "trace_node_id", "detachedness");
    private static final List<String> EDGE_FIELDS = List.of("type", "name_or_index", "to_node");
    private static final List<String> EDGE_TYPES = List.of("context", "element", "property", "internal", "hidden",
        "shortcut", "weak");
    private static final int ELEMENT = 1;
    private static final int PROPERTY = 2;
    private static final int INTERNAL = 3;
    private static final int WEAK = 6;
    private static final long LARGEST = 0xFFFF_FFFFL;
    /** Of the nodes that stand for the calls in which objects were made, the first is the root. */
    private static final int FIRST_SITE = 2;
    private static final int STEP = 1 << 13;

    private final SnapshotContent content;
    private final Graph graph;
    private final int[] roots;
    private final NodeSet reached;
    private final int unreached;
    private final int values;
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final JsonGenerator json;
    private final Task task;
    private int pending;

    SnapshotText(SnapshotContent content, OutputStream stream, Task task) throws IOException {
        this.content = content;
        this.graph = content.graph();
        this.roots = content.roots();
        this.task = task;
        this.reached = Reachability.ofMost(Walk.over(graph), roots, task);
        this.unreached = graph.nodeCount() - reached.size();
        int withValue = 0;
        for (int node = 0; node < graph.nodeCount(); node++) {
            withValue += content.hasValue(node) ? 1 : 0;
        }
        this.values = withValue;
        this.json = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().createGenerator(stream);
    }

    HeapSnapshotSize write() throws IOException {
        int outside = unreached > 0 ? 1 : 0;
        HeapSnapshotSize size = new HeapSnapshotSize(graph.nodeCount() + 1L + outside,
            (long) graph.edgeCount() + roots.length + unreached + outside);
        json.writeStartObject();
        head(size);
        task.phase("Writing nodes", graph.nodeCount());
        nodes();
        task.phase("Writing edges", graph.nodeCount());
        edges();
        sites();
        json.writeArrayFieldStart("samples");
        json.writeEndArray();
        json.writeArrayFieldStart("locations");
        json.writeEndArray();
        task.phase("Writing strings", values);
        strings();
        json.writeEndObject();
        json.close();
        return size;
    }

    private void head(HeapSnapshotSize size) throws IOException {
        json.writeObjectFieldStart("snapshot");
        json.writeObjectFieldStart("meta");
        names("node_fields", NODE_FIELDS);
        json.writeArrayFieldStart("node_types");
        names(SnapshotType.ids());
        for (String type : List.of("string", "number", "number", "number", "number", "number")) {
            json.writeString(type);
        }
        json.writeEndArray();
        names("edge_fields", EDGE_FIELDS);
        json.writeArrayFieldStart("edge_types");
        names(EDGE_TYPES);
        json.writeString("string_or_number");
        json.writeString("node");
        json.writeEndArray();
        names("trace_function_info_fields", List.of("function_id", "name", "script_name", "script_id", "line",
            "column"));
        names("trace_node_fields", List.of("id", "function_info_index", "count", "size", "children"));
        names("sample_fields", List.of("timestamp_us", "last_assigned_id"));
        names("location_fields", List.of("object_index", "script_id", "line", "column"));
        json.writeEndObject();
        json.writeNumberField("node_count", size.nodes());
        json.writeNumberField("edge_count", size.edges());
        int functions = content.sites().size();
        json.writeNumberField("trace_function_count", functions == 0 ? 0 : functions + 1);
        json.writeEndObject();
    }

    private void names(String field, List<String> names) throws IOException {
        json.writeFieldName(field);
        names(names);
    }

    private void names(List<String> names) throws IOException {
        json.writeStartArray();
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private void nodes() throws IOException {
        SnapshotIds ids = SnapshotIds.of(graph.nodeCount(), content::key);
        json.writeArrayFieldStart("nodes");
        node(SnapshotType.SYNTHETIC, string(""), SnapshotIds.ROOT, 0, roots.length + (unreached > 0 ? 1 : 0), 0);
        int value = 0;
        for (int node = 0; node < graph.nodeCount(); node++) {
            int name = content.hasValue(node) ? value++ : string(content.name(node));
            int site = content.site(node);
            node(content.type(node), name, ids.id(node), content.size(node), graph.outDegree(node),
                site < 0 ? 0 : FIRST_SITE + site);
            step();
        }
        if (unreached > 0) {
            node(SnapshotType.SYNTHETIC, string(content.outside()), SnapshotIds.UNREACHABLE, 0, unreached, 0);
        }
        json.writeEndArray();
    }

    private void node(SnapshotType type, int name, long id, long size, int edges, int site) throws IOException {
        json.writeNumber(type.number());
        json.writeNumber(name);
        json.writeNumber(id);
        json.writeNumber(Math.min(size, LARGEST));
        json.writeNumber(edges);
        json.writeNumber(site);
        json.writeNumber(0);
    }

    private void edges() throws IOException {
        json.writeArrayFieldStart("edges");
        for (int root : roots) {
            edge(PROPERTY, string(content.name(root)), root);
        }
        if (unreached > 0) {
            edge(PROPERTY, string(content.outside()), graph.nodeCount());
        }
        for (int node = 0; node < graph.nodeCount(); node++) {
            for (int i = graph.from(node); i < graph.to(node); i++) {
                reference(node, graph.target(i), i - graph.from(node));
            }
            step();
        }
        int place = 0;
        for (int node = 0; node < graph.nodeCount() && unreached > 0; node++) {
            if (!reached.contains(node)) {
                edge(ELEMENT, place++, node);
            }
        }
        json.writeEndArray();
    }

    private void reference(int source, int target, int place) throws IOException {
        String name = content.edgeName(source, target);
        if (!reached.contains(source) && reached.contains(target)) {
            // What is garbage keeps nothing alive.
            edge(WEAK, string(name == null ? "reference" : name), target);
        } else if (name == null && content.isCollection(source)) {
            edge(ELEMENT, place, target);
        } else if (name == null) {
            edge(INTERNAL, string("reference"), target);
        } else {
            edge(PROPERTY, string(name), target);
        }
    }

    private void edge(int type, int name, int target) throws IOException {
        json.writeNumber(type);
        json.writeNumber(name);
        json.writeNumber((target + 1L) * NODE_FIELDS.size());
    }

    private void sites() throws IOException {
        SnapshotSites sites = content.sites();
        json.writeArrayFieldStart("trace_function_infos");
        if (sites.size() > 0) {
            function(0, "(root)", "", 0);
        }
        for (int site = 0; site < sites.size(); site++) {
            function(site + 1, sites.function(site), sites.script(site), sites.line(site));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("trace_tree");
        if (sites.size() > 0) {
            call(1, 0, 0, 0);
            json.writeStartArray();
            for (int site = 0; site < sites.size(); site++) {
                call(FIRST_SITE + site, site + 1, sites.count(site), sites.size(site));
                json.writeStartArray();
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void function(int number, String name, String script, int line) throws IOException {
        json.writeNumber(number);
        json.writeNumber(string(name));
        json.writeNumber(string(script));
        json.writeNumber(0);
        json.writeNumber(line);
        json.writeNumber(0);
    }

    private void call(int id, int function, int count, long size) throws IOException {
        json.writeNumber(id);
        json.writeNumber(function);
        json.writeNumber(count);
        json.writeNumber(size);
    }

    private int string(String text) {
        Integer known = strings.putIfAbsent(text, values + strings.size());
        return known == null ? values + strings.size() - 1 : known;
    }

    private void strings() throws IOException {
        json.writeArrayFieldStart("strings");
        if (values > 0) {
            content.values(json::writeString, task::done);
        }
        for (String text : strings.keySet()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void step() {
        if (++pending == STEP) {
            task.done(pending);
            pending = 0;
        }
    }
}
