package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.MergedReferrers;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;

/** Referrers merged by class, for people and for machines. */
final class ReferrersText {
    private final Heap heap;
    private final MergedReferrers referrers;
    private final ObjectNames names;

    ReferrersText(Heap heap, MergedReferrers referrers) {
        this.heap = heap;
        this.referrers = referrers;
        this.names = new ObjectNames(heap);
    }

    void writeTo(JsonGenerator json, int most) throws IOException {
        TreeRows rows = rows(most);
        json.writeNumberField("objects", referrers.objects(0));
        json.writeNumberField("memsize", referrers.memsize(0));
        json.writeNumberField("nodes", referrers.size());
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            if (node == 0) {
                continue;
            }
            json.writeStartObject();
            json.writeNumberField("node", node);
            json.writeNumberField("parent", referrers.parent(node));
            json.writeNumberField("depth", referrers.depth(node));
            json.writeStringField("key", names.of(referrers.example(node)));
            json.writeStringField("example", heap.identity(referrers.example(node)));
            json.writeNumberField("count", referrers.objects(node));
            json.writeNumberField("memsize", referrers.memsize(node));
            json.writeNumberField("references", referrers.references(node));
            json.writeNumberField("held", referrers.held(node));
            json.writeBooleanField("expanded", referrers.isExpanded(node));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private TreeRows rows(int most) {
        return TreeRows.of(referrers.size(), referrers::parent,
            node -> node == 0 ? Integer.MAX_VALUE : referrers.held(node), most == Integer.MAX_VALUE ? most : most + 1);
    }

    String text(int most) {
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(heap.facts().dumpName())).append(": ");
        if (referrers.objects(0) == 0) {
            return text.append("the selection is true of no object.\n").toString();
        }
        text.append(referrers.objects(0) == 1
                ? Printable.of(names.of(referrers.example(0)) + " " + heap.identity(referrers.example(0)))
                : Figures.count(referrers.objects(0), "object") + " chosen")
            .append(", ").append(Figures.bytes(referrers.memsize(0))).append("\n\n");
        if (referrers.size() == 1) {
            return text.append("Nothing refers to ").append(referrers.objects(0) == 1 ? "it" : "them")
                .append(" from outside.\n").toString();
        }
        TreeRows rows = rows(most);
        TextTable table = new TextTable().numbers("held").numbers("references").numbers("objects").numbers("bytes")
            .text("class").text("one of them");
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            if (node > 0) {
                int example = referrers.example(node);
                table.row(Figures.count(referrers.held(node)), Figures.count(referrers.references(node)),
                    Figures.count(referrers.objects(node)), Figures.bytes(referrers.memsize(node)),
                    rows.indent(row).replace('→', '←') + names.of(example),
                    heap.isRoot(example) ? "" : heap.identity(example));
            }
        }
        text.append(table).append(HistogramRows.omitted(referrers.size(), rows.size()));
        return text.append("\nheld: how many objects of the line above are referred to, by how many references of how"
            + " many objects.\n\nNext: memdump paths DUMP ADDRESS shows the ways from the roots to one of them.\n")
            .toString();
    }
}
