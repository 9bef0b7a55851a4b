package io.github.memdump.cli;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** All about one object, for people. */
final class ObjectFactsText {
    private static final int LONGEST_PATH = 60;
    private static final int FIELD_WIDTH = 16;
    private static final int LONGEST_FIELD = 200;

    private final ObjectFacts facts;
    private final Findings findings;
    private final Heap heap;
    private final ObjectNames names;
    private final int most;
    private final StringBuilder text = new StringBuilder();

    ObjectFactsText(ObjectFacts facts, int most) {
        this.facts = facts;
        this.findings = facts.findings();
        this.heap = facts.heap();
        this.names = new ObjectNames(heap);
        this.most = most;
    }

    String text(boolean raw) {
        int object = facts.object();
        text.append(Printable.of(names.of(object))).append(heap.isRoot(object) ? "" : " " + heap.identity(object))
            .append(" in ").append(Printable.of(heap.facts().dumpName())).append("\n\n");
        line("memsize", Figures.bytes(heap.memsize(object)));
        long retained = findings.number(Column.RETAINED_SIZE, object);
        line("retained", retained == Findings.ABSENT ? "nothing: no root reaches it" : Figures.bytes(retained) + " in "
            + Figures.count(findings.number(Column.RETAINED_COUNT, object), "object") + ", dominated by "
            + findings.text(Column.DOMINATOR, object));
        String site = Site.of(findings, object);
        String method = findings.text(Column.METHOD, object);
        line("allocated at", (site.isEmpty() ? "unknown: not traced" : site)
            + (method.isEmpty() ? "" : " in " + method));
        facts.value().ifPresent(value -> line("value", ValueText.sentence(value)));
        text.append("\nFields of the record").append(facts.isDamaged() ? ", which is damaged" : "").append('\n');
        facts.fields().forEach((key, json) -> line(key, cut(json)));
        if (raw) {
            text.append("\nThe record\n").append(Printable.of(facts.raw())).append('\n');
        }
        neighbours("refers to", facts.references(), true);
        neighbours("is referred to by", facts.referrers(), false);
        path();
        return text.append("\nNext: memdump dominators DUMP shows what retains most"
            + (facts.value().isPresent() ? "" : "; --value shows the value") + ".\n").toString();
    }

    private void line(String name, String value) {
        text.append("  ").append(Printable.of(name)).append(" ".repeat(Math.max(1, FIELD_WIDTH - name.length())))
            .append(Printable.of(value)).append('\n');
    }

    private static String cut(String json) {
        return json.codePointCount(0, json.length()) <= LONGEST_FIELD ? json
            : json.substring(0, json.offsetByCodePoints(0, LONGEST_FIELD)) + "…";
    }

    private void neighbours(String relation, int[] objects, boolean isFrom) {
        text.append("\nIt ").append(relation).append(' ').append(Figures.count(objects.length, "object")).append('\n');
        if (objects.length > 0) {
            int[] shown = Arrays.copyOf(objects, Math.min(objects.length, most));
            text.append(table(shown, isFrom ? at -> facts.object() : at -> Heap.NO_OBJECT))
                .append(HistogramRows.omitted(objects.length, Math.min(objects.length, most)));
        }
    }

    private void path() {
        int[] path = facts.path();
        text.append('\n');
        if (path.length == 0) {
            text.append("No root reaches it.\n");
            return;
        }
        text.append("A shortest path from a root, ").append(Figures.count(path.length - 1L, "reference")).append('\n');
        int[] shown = path.length <= LONGEST_PATH ? path
            : Arrays.copyOfRange(path, path.length - LONGEST_PATH, path.length);
        text.append(table(shown, at -> at == 0 ? Heap.NO_OBJECT : shown[at - 1]));
        if (path.length > LONGEST_PATH) {
            text.append("… the last ").append(LONGEST_PATH).append(" of ").append(path.length)
                .append(" objects; all in --json\n");
        }
    }

    /** Returns a table of objects; {@code holder} returns what refers to the one at a place, or no object. */
    private TextTable table(int[] objects, IntUnaryOperator holder) {
        TextTable table = new TextTable().numbers("memsize").text("class").text("object").text("allocated at");
        for (int at = 0; at < objects.length; at++) {
            int object = objects[at];
            table.row(Figures.bytes(heap.memsize(object)), names.of(holder.applyAsInt(at), object),
                heap.isRoot(object) ? "" : heap.identity(object), Site.of(findings, object));
        }
        return table;
    }
}
