package io.github.memdump.cli.report;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A view as GML, with places, sizes and colours. */
final class ViewGml {
    private ViewGml() {
    }

    static void write(View view, OutputStream stream) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.US_ASCII))) {
            out.write("graph [\n  directed 1\n");
            for (int i = 0; i < view.nodes().size(); i++) {
                node(view, i, out);
            }
            for (ViewEdge edge : view.edges()) {
                out.write("  edge [\n    source " + edge.source() + "\n    target " + edge.target() + "\n    weight "
                    + edge.weight() + "\n");
                text("kind", edge.kind().id(), out);
                out.write("  ]\n");
            }
            out.write("]\n");
        }
    }

    private static void node(View view, int index, Writer out) throws IOException {
        ViewNode node = view.nodes().get(index);
        out.write("  node [\n    id " + index + "\n");
        text("label", node.label(), out);
        out.write(String.format(Locale.ROOT, "    graphics [ x %s y %s w %s fill \"#%06x\" ]%n", node.x(), node.y(),
            node.size(), node.rgb()));
        out.write("    objects " + node.objects() + "\n");
        for (Column column : Column.ofFindings()) {
            // GML knows no underscores in names.
            String key = column.id().replace("_", "");
            if (column.kind() == Column.Kind.TEXT) {
                text(key, view.text(column, node), out);
            } else if (view.number(column, node) != Findings.ABSENT) {
                out.write("    " + key + " " + view.number(column, node) + "\n");
            }
        }
        out.write("  ]\n");
    }

    private static void text(String key, String value, Writer out) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        out.write("    " + key + " \"");
        int[] letters = value.codePoints().toArray();
        for (int letter : letters) {
            boolean plain = letter >= ' ' && letter < 0x7F && letter != '"' && letter != '&';
            out.write(plain ? String.valueOf((char) letter) : "&#" + letter + ";");
        }
        out.write("\"\n");
    }
}
