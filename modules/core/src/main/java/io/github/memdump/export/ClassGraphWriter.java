package io.github.memdump.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the first nodes of a class graph and some of its edges, as GML with counts and bytes, as CSV of edges alone
 * that Gephi takes for an edge list, and as JSON. Files are there in full or not at all. Linear time; immutable.
 */
public final class ClassGraphWriter {
    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String NOT_KNOWN = "(not known)";

    private final ClassGraph graph;
    private final int nodes;
    private final int[] edges;

    /** Makes a writer of the first nodes and of edges between them, as {@link ClassGraph#edges} returns them. */
    public ClassGraphWriter(ClassGraph graph, int nodes, int[] edges) {
        this.graph = graph;
        this.nodes = nodes;
        this.edges = edges.clone();
    }

    private interface Body {
        void writeTo(OutputStream stream) throws IOException;
    }

    private static void write(Target target, Body body) throws IOException {
        try (Output file = Output.to(target)) {
            body.writeTo(file.stream());
            file.commit();
        }
    }

    /** Writes a GML file: {@code count} and {@code memsize} of nodes; {@code weight} and more of edges. */
    public void writeGml(Target target) throws IOException {
        write(target, stream -> {
            GmlText gml = new GmlText(stream);
            for (int node = 0; node < nodes; node++) {
                gml.node().number("id", node).text("label", Printable.lines(name(node)))
                    .number("count", graph.objects(node)).number("memsize", graph.memsize(node)).end();
            }
            for (int edge : edges) {
                gml.edge().number("source", graph.source(edge)).number("target", graph.target(edge))
                    .number("weight", graph.references(edge)).number("count", graph.held(edge))
                    .number("memsize", graph.heldMemsize(edge)).end();
            }
            gml.finish();
        });
    }

    /** Writes a CSV file with a record for each edge; {@code weight} is the number of references. */
    public void writeCsv(Target target) throws IOException {
        write(target, stream -> {
            CsvWriter csv = new CsvWriter(stream);
            csv.field("source").field("target").field("weight").field("count").field("memsize").end();
            for (int edge : edges) {
                csv.field(name(graph.source(edge))).field(name(graph.target(edge))).field(graph.references(edge))
                    .field(graph.held(edge)).field(graph.heldMemsize(edge)).end();
            }
            csv.flush();
        });
    }

    /** Writes a JSON file: one object with what {@link #writeTo} writes. */
    public void writeJson(Target target) throws IOException {
        write(target, stream -> {
            try (JsonGenerator json = JSON.createGenerator(stream)) {
                json.writeStartObject();
                writeTo(json);
                json.writeEndObject();
                json.writeRaw('\n');
            }
        });
    }

    /** Writes the fields {@code nodes}, each with its key, and {@code rows}, the edges, into the current object. */
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("nodes");
        for (int node = 0; node < nodes; node++) {
            json.writeStartObject();
            json.writeStringField("key", graph.key(node));
            json.writeNumberField("count", graph.objects(node));
            json.writeNumberField("memsize", graph.memsize(node));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (int edge : edges) {
            json.writeStartObject();
            json.writeStringField("source", graph.key(graph.source(edge)));
            json.writeStringField("target", graph.key(graph.target(edge)));
            json.writeNumberField("references", graph.references(edge));
            json.writeNumberField("count", graph.held(edge));
            json.writeNumberField("memsize", graph.heldMemsize(edge));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String name(int node) {
        return graph.key(node).isEmpty() ? NOT_KNOWN : graph.key(node);
    }
}
