package io.github.memdump.export;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the first nodes of a class graph and some of its edges, as GML with counts and bytes, or as CSV of edges
 * alone that Gephi takes for an edge list. Files are there in full or not at all. Linear time; immutable.
 */
public final class ClassGraphWriter {
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

    private String name(int node) {
        return graph.key(node).isEmpty() ? NOT_KNOWN : graph.key(node);
    }
}
