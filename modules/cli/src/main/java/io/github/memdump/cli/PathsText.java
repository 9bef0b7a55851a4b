package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.graph.DisjointPaths;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The paths to one object, for people and for machines. */
final class PathsText {
    private static final int LONGEST = 60;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.NAME, Column.MEMSIZE, Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.GENERATION, Column.FILE,
        Column.LINE, Column.METHOD);

    private final Findings findings;
    private final Heap heap;
    private final int object;
    private final DisjointPaths paths;
    private final NodeSet cut;
    private final NodeSet farCut;
    private final ObjectNames names;

    PathsText(Findings findings, int object, DisjointPaths paths) {
        this.findings = findings;
        this.heap = findings.heap();
        this.object = object;
        this.paths = paths;
        this.cut = NodeSet.of(heap.objectCount(), paths.cut());
        this.farCut = NodeSet.of(heap.objectCount(), paths.cutNearStarts());
        this.names = new ObjectNames(heap);
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStringField("object", heap.identity(object));
        json.writeStringField("class", heap.className(object));
        json.writeBooleanField("complete", paths.isComplete());
        json.writeArrayFieldStart("paths");
        for (int i = 0; i < paths.size(); i++) {
            write(json, paths.path(i));
        }
        json.writeEndArray();
        json.writeFieldName("shortest");
        write(json, paths.shortest());
        json.writeFieldName("cut");
        writeCut(json, paths.cut());
        json.writeFieldName("cut_near_roots");
        writeCut(json, paths.cutNearStarts());
    }

    private void writeCut(JsonGenerator json, int[] objects) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("roots");
        for (int root : paths.cutStarts()) {
            json.writeString(heap.name(root));
        }
        json.writeEndArray();
        new ObjectRows(findings, COLUMNS, objects).writeTo(json);
        json.writeEndObject();
    }

    private void write(JsonGenerator json, int[] path) throws IOException {
        json.writeStartObject();
        json.writeNumberField("references", Math.max(0, path.length - 1));
        new ObjectRows(findings, COLUMNS, path).writeTo(json);
        json.writeEndObject();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(heap.facts().dumpName())).append(": ").append(named(object)).append(", ")
            .append(Figures.bytes(heap.memsize(object))).append(site(object)).append("\n\n");
        if (heap.isRoot(object)) {
            return text.append("It is a root: nothing needs to hold it.\n").toString();
        }
        if (paths.size() == 0) {
            return text.append("No path leads to it from a root: it is garbage, or held in a way that this does not"
                + " look at.\n\nNext: memdump referrers DUMP ADDRESS shows whether anything refers to it.\n")
                .toString();
        }
        if (!isShown(paths.shortest())) {
            text.append("The shortest path, which shares objects with those below\n")
                .append(table(paths.shortest())).append('\n');
        }
        for (int i = 0; i < paths.size(); i++) {
            text.append("Path ").append(i + 1).append(" of ").append(paths.size())
                .append(paths.isComplete() ? "" : " or more").append(", ")
                .append(Figures.count(paths.path(i).length - 1L, "reference")).append('\n')
                .append(table(paths.path(i))).append('\n');
        }
        return text.append(verdict()).append("\nNext: memdump referrers DUMP ADDRESS shows who refers to it, step by"
            + " step, merged by class.\n").toString();
    }

    private boolean isShown(int[] path) {
        for (int i = 0; i < paths.size(); i++) {
            if (Arrays.equals(paths.path(i), path)) {
                return true;
            }
        }
        return false;
    }

    private String table(int[] path) {
        TextTable table = new TextTable().numbers("retained_size").text("").text("class").text("object")
            .text("allocated at");
        for (int i = 0; i < path.length; i++) {
            if (path.length > LONGEST && i == LONGEST / 2) {
                table.row("", "", "… " + Figures.count(path.length - LONGEST) + " objects more (all in --json)", "",
                    "");
                i = path.length - LONGEST / 2;
            }
            int on = path[i];
            int before = i == 0 ? Heap.NO_OBJECT : path[i - 1];
            table.row(size(on), mark(on), names.of(before, on), heap.isRoot(on) ? "" : heap.identity(on),
                Site.of(findings, on));
        }
        return table.toString();
    }

    private String size(int on) {
        long size = findings.number(Column.RETAINED_SIZE, on);
        return size == Findings.ABSENT ? "" : Figures.bytes(size);
    }

    private String verdict() {
        if (!paths.isComplete()) {
            return "There are more paths that share nothing with these (--count " + 2 * paths.size()
                + " looks for more).\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(paths.size() == 1 ? "Every path goes through" : "There is no further path that shares nothing with"
            + " these. Every path goes through one of").append('\n');
        for (int on : paths.cut()) {
            text.append("  * ").append(named(on)).append(site(on)).append('\n');
        }
        for (int root : paths.cutStarts()) {
            text.append("  - the reference from ").append(named(root)).append(" itself\n");
        }
        if (!cut.equals(farCut)) {
            text.append(paths.size() == 1 ? "and, nearer to the roots, through\n"
                : "and, nearer to the roots, through one of\n");
            for (int on : paths.cutNearStarts()) {
                text.append("  + ").append(named(on)).append(site(on)).append('\n');
            }
        }
        return text.append(paths.size() == 1 ? "Once it lets go, the object can be freed.\n"
            : "Once all of these let go, the object can be freed.\n").toString();
    }

    private String mark(int on) {
        return (cut.contains(on) ? "*" : "") + (farCut.contains(on) ? "+" : "");
    }

    private String named(int on) {
        return Printable.of(heap.isRoot(on) ? names.of(on) : names.of(on) + " " + heap.identity(on));
    }

    private String site(int on) {
        String site = Site.of(findings, on);
        return site.isEmpty() ? "" : ", allocated at " + Printable.of(site);
    }
}
