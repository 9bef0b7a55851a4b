package io.github.memdump.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A heap snapshot read as DevTools reads it: sections in V8's order, each node and edge by the fields that the file
 * itself says it has.
 */
final class SnapshotFile {
    private static final List<String> SECTIONS = List.of("snapshot", "nodes", "edges", "trace_function_infos",
        "trace_tree", "samples", "locations", "strings");

    final Map<String, List<?>> sections = new HashMap<>();
    private final Map<String, Object> head;
    private final Map<String, Object> meta;

    @SuppressWarnings("unchecked")
    SnapshotFile(byte[] text) throws IOException {
        Map<String, Object> all;
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            all = (Map<String, Object>) value(parser);
            if (parser.nextToken() != null) {
                throw new AssertionError("more than one document");
            }
        }
        if (!List.copyOf(all.keySet()).equals(SECTIONS)) {
            throw new AssertionError("sections " + all.keySet());
        }
        head = (Map<String, Object>) all.remove("snapshot");
        meta = (Map<String, Object>) head.get("meta");
        all.forEach((name, section) -> sections.put(name, (List<?>) section));
        expect("node_count", nodes().size());
        expect("edge_count", edges().size());
        int functions = rows("trace_function_infos", fields("trace_function_info_fields")).size();
        expect("trace_function_count", functions);
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT:
                Map<String, Object> object = new java.util.LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                return object;
            case START_ARRAY:
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            case VALUE_NUMBER_INT:
                return parser.getLongValue();
            default:
                return parser.getText();
        }
    }

    private void expect(String count, int found) {
        if (!head.get(count).equals((long) found)) {
            throw new AssertionError(count + " is " + head.get(count) + ", found " + found);
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> fields(String name) {
        return (List<String>) meta.get(name);
    }

    private List<Map<String, Long>> rows(String section, List<String> fields) {
        List<?> numbers = sections.get(section);
        if (numbers.size() % fields.size() != 0) {
            throw new AssertionError(section + " has " + numbers.size() + " numbers of " + fields);
        }
        List<Map<String, Long>> rows = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += fields.size()) {
            Map<String, Long> row = new HashMap<>();
            for (int f = 0; f < fields.size(); f++) {
                row.put(fields.get(f), (Long) numbers.get(i + f));
            }
            rows.add(row);
        }
        return rows;
    }

    private String type(String types, long number) {
        return (String) ((List<?>) ((List<?>) meta.get(types)).get(0)).get((int) number);
    }

    String string(long index) {
        return (String) sections.get("strings").get((int) index);
    }

    /** Returns the nodes in order. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Map<String, Long> row : rows("nodes", fields("node_fields"))) {
            nodes.add(new Node(row));
        }
        return nodes;
    }

    /** Returns the edges, each with the node that it begins at. */
    List<Edge> edges() {
        List<Map<String, Long>> rows = rows("edges", fields("edge_fields"));
        List<Edge> edges = new ArrayList<>();
        List<Node> nodes = nodes();
        for (int node = 0; node < nodes.size(); node++) {
            for (long i = 0; i < nodes.get(node).edges; i++) {
                edges.add(new Edge(node, rows.get(edges.size())));
            }
        }
        if (rows.size() != edges.size()) {
            throw new AssertionError(rows.size() + " edges, but nodes have " + edges.size());
        }
        return edges;
    }

    /** Returns the file and line of each site, and how many objects are said to be of it. */
    Map<String, Long> sites() {
        Map<String, Long> sites = new HashMap<>();
        List<?> children = (List<?>) sections.get("trace_tree").get(4);
        List<Map<String, Long>> functions = rows("trace_function_infos", fields("trace_function_info_fields"));
        for (int i = 0; i < children.size(); i += 5) {
            Map<String, Long> function = functions.get(((Long) children.get(i + 1)).intValue());
            sites.put(string(function.get("name")) + " " + string(function.get("script_name")) + ":"
                + function.get("line") + " " + children.get(i), (Long) children.get(i + 2));
        }
        return sites;
    }

    /** A node. */
    final class Node {
        final String type;
        final String name;
        final long id;
        final long size;
        final long edges;
        final long site;

        Node(Map<String, Long> row) {
            type = type("node_types", row.get("type"));
            name = string(row.get("name"));
            id = row.get("id");
            size = row.get("self_size");
            edges = row.get("edge_count");
            site = row.get("trace_node_id");
        }

        @Override
        public String toString() {
            return type + " " + name + " " + size;
        }
    }

    /** An edge. */
    final class Edge {
        final int source;
        final int target;
        final String type;
        final String name;

        Edge(int source, Map<String, Long> row) {
            this.source = source;
            this.type = type("edge_types", row.get("type"));
            long to = row.get("to_node");
            if (to % fields("node_fields").size() != 0) {
                throw new AssertionError("to_node " + to);
            }
            this.target = (int) (to / fields("node_fields").size());
            this.name = type.equals("element") || type.equals("hidden") ? "[" + row.get("name_or_index") + "]"
                : string(row.get("name_or_index"));
        }

        @Override
        public String toString() {
            return source + " " + type + " " + name + " " + target;
        }
    }
}
