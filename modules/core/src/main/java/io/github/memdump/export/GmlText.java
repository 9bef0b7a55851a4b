package io.github.memdump.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a graph in the format GML (M. Himsolt: GML, a portable graph file format, 1997): nodes, then edges, each with
 * keys and values. Quotes, ampersands and what is not ASCII become entities, as the format wants it. Keys are the names
 * of columns as they are; the underscores in them are more than the format promises, and Gephi, NetworkX and igraph
 * read them. Not thread-safe.
 */
public final class GmlText {
    private static final int BUFFER = 1 << 16;

    private final Writer out;

    /** Begins a directed graph on a stream, which stays open. */
    public GmlText(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.US_ASCII), BUFFER);
        out.write("graph\n[\n  directed 1\n");
    }

    /** Begins a node; what follows belongs to it, until {@link #end}. */
    public GmlText node() throws IOException {
        out.write("  node\n  [\n");
        return this;
    }

    /** Begins an edge. */
    public GmlText edge() throws IOException {
        out.write("  edge\n  [\n");
        return this;
    }

    /** Writes a number. */
    public GmlText number(String key, long value) throws IOException {
        out.write("    " + key + " " + value + "\n");
        return this;
    }

    /** Writes a text, which may be empty. */
    public GmlText text(String key, String value) throws IOException {
        out.write("    " + key + " \"");
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (c == '"') {
                out.write("&quot;");
            } else if (c == '&') {
                out.write("&amp;");
            } else if (c < ' ' || c > '~') {
                out.write("&#" + c + ";");
            } else {
                out.write(c);
            }
            i += Character.charCount(c);
        }
        out.write("\"\n");
        return this;
    }

    /** Writes a text unless it is empty. */
    public GmlText textIfAny(String key, String value) throws IOException {
        return value.isEmpty() ? this : text(key, value);
    }

    /** Writes where a node is, how large it is and its colour. */
    public GmlText graphics(float x, float y, float size, int rgb) throws IOException {
        out.write("    graphics [ x " + x + " y " + y + " w " + size + " fill \""
            + String.format("#%06x", rgb) + "\" ]\n");
        return this;
    }

    /** Ends a node or an edge. */
    public void end() throws IOException {
        out.write("  ]\n");
    }

    /** Ends the graph and flushes the stream. */
    public void finish() throws IOException {
        out.write("]\n");
        out.flush();
    }
}
