package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.MergedPaths;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;

/** Paths to many objects, merged by class, for people and for machines. */
final class MergedPathsText {
    private final Heap heap;
    private final NodeSet chosen;
    private final MergedPaths paths;
    private final ObjectNames names;

    MergedPathsText(Heap heap, NodeSet chosen, MergedPaths paths) {
        this.heap = heap;
        this.chosen = chosen;
        this.paths = paths;
        this.names = new ObjectNames(heap);
    }

    void writeTo(JsonGenerator json, int most) throws IOException {
        TreeRows rows = rows(most);
        json.writeNumberField("objects", chosen.size());
        json.writeNumberField("unreachable", paths.unreached());
        json.writeNumberField("nodes", paths.size());
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            json.writeStartObject();
            json.writeNumberField("node", node);
            if (paths.parent(node) == MergedPaths.NO_PARENT) {
                json.writeNullField("parent");
            } else {
                json.writeNumberField("parent", paths.parent(node));
            }
            json.writeNumberField("root_distance", paths.depth(node));
            json.writeStringField("key", names.of(paths.example(node)));
            json.writeStringField("example", heap.identity(paths.example(node)));
            json.writeNumberField("count", paths.objects(node));
            json.writeNumberField("paths", paths.selected(node));
            json.writeNumberField("memsize", paths.selectedMemsize(node));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private TreeRows rows(int most) {
        return TreeRows.of(paths.size(), paths::parent, paths::selected, most);
    }

    String text(int most) {
        StringBuilder text = new StringBuilder();
        long bytes = 0;
        for (int object = chosen.nextMember(0); object >= 0; object = chosen.nextMember(object + 1)) {
            bytes = Saturating.sum(bytes, heap.memsize(object));
        }
        text.append(Printable.of(heap.facts().dumpName())).append(": ")
            .append(Figures.count(chosen.size(), "object")).append(" chosen, ").append(Figures.bytes(bytes));
        if (paths.unreached() > 0) {
            text.append("; no path leads to ").append(Figures.count(paths.unreached())).append(" of them");
        }
        text.append("\n\n");
        if (paths.size() == 0) {
            return text.append(chosen.isEmpty() ? "The selection is true of no object.\n"
                : "No path leads to any of them from a root: they are garbage.\n").toString();
        }
        TreeRows rows = rows(most);
        TextTable table = new TextTable().numbers("paths").numbers("bytes").numbers("objects").text("class")
            .text("one of them");
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            int example = paths.example(node);
            table.row(Figures.count(paths.selected(node)), Figures.bytes(paths.selectedMemsize(node)),
                Figures.count(paths.objects(node)),
                rows.indent(row) + names.of(example),
                heap.isRoot(example) ? "" : heap.identity(example));
        }
        text.append(table).append(HistogramRows.omitted(paths.size(), rows.size()));
        return text.append("\npaths: how many of the chosen objects hang here; bytes: theirs; objects: how many objects"
            + " stand here.\n\nNext: memdump paths DUMP ADDRESS shows all ways to one of them.\n").toString();
    }
}
