package io.github.memdump.cli.report;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.export.GmlText;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.io.IOException;
import java.io.OutputStream;

/** A view as GML, with places, sizes and colours. */
final class ViewGml {
    private ViewGml() {
    }

    static void write(View view, OutputStream stream) throws IOException {
        GmlText gml = new GmlText(stream);
        for (int i = 0; i < view.nodes().size(); i++) {
            node(view, i, gml);
        }
        for (ViewEdge edge : view.edges()) {
            gml.edge().number("source", edge.source()).number("target", edge.target()).number("weight", edge.weight())
                .text("kind", edge.kind().id()).textIfAny("label", edge.name()).textIfAny("name", edge.name()).end();
        }
        gml.finish();
    }

    private static void node(View view, int index, GmlText gml) throws IOException {
        ViewNode node = view.nodes().get(index);
        gml.node().number("id", index).textIfAny("label", node.label())
            .graphics(node.x(), node.y(), node.size(), node.rgb()).number(View.OBJECTS, node.objects());
        for (Column column : Column.ofView()) {
            if (column.kind() == Column.Kind.TEXT) {
                gml.textIfAny(column.id(), view.text(column, node));
            } else if (view.number(column, node) != Findings.ABSENT) {
                gml.number(column.id(), view.number(column, node));
            }
        }
        gml.end();
    }
}
