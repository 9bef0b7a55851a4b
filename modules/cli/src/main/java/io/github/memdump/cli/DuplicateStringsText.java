package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.DuplicateStrings.WastefulSite;
import io.github.memdump.analysis.DuplicateStrings;
import io.github.memdump.analysis.Share;
import io.github.memdump.analysis.StringCopies;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.ValueWords;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.value.StringDigests;
import io.github.memdump.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Duplicate strings, for people and for machines. */
final class DuplicateStringsText {
    /** So many classes, sites and holders of a string are told in JSON. */
    private static final int SHARES = 5;
    private static final int SITES_SHOWN = 15;
    private static final int WIDEST_VALUE = 60;

    private final Heap heap;
    private final DuplicateStrings duplicates;
    private final Value[] texts;
    private final int rows;
    private final boolean comparing;
    private final Map<StringDigests.Kind, Integer> strings;

    /** Makes the text of the first rows, of which {@code texts} has the values unless it is empty. */
    DuplicateStringsText(Heap heap, DuplicateStrings duplicates, Value[] texts, int rows, boolean comparing) {
        this.heap = heap;
        this.duplicates = duplicates;
        this.texts = texts;
        this.rows = rows;
        this.comparing = comparing;
        this.strings = duplicates.strings();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(heap.facts().dumpName())).append(": ").append(Figures.count(total(), "string"))
            .append(", ").append(Figures.count(strings.get(StringDigests.Kind.KNOWN))).append(" compared, ")
            .append(Figures.count(duplicates.distinct())).append(" different\n");
        text.append(notCompared());
        if (duplicates.size() == 0) {
            return text.append("\nNo string is there more than once").append(comparing ? " because of a new copy" : "")
                .append(".\n\nNext: memdump dominators DUMP shows what retains most.\n").toString();
        }
        text.append(Figures.count(duplicates.size(), "string")).append(duplicates.size() == 1 ? " is" : " are")
            .append(" there more than once, in ").append(Figures.count(duplicates.copies()))
            .append(comparing ? " new copies" : " copies").append(", which waste ")
            .append(Figures.bytes(duplicates.wasted())).append("\n\n");
        text.append(groups()).append(HistogramRows.omitted(duplicates.size(), rows));
        List<WastefulSite> sites = duplicates.sites();
        text.append("\nWhere the copies beyond the first were allocated\n").append(sites(sites));
        if (sites.size() > SITES_SHOWN) {
            text.append("… and ").append(Figures.count(sites.size() - (long) SITES_SHOWN)).append(" more in --json\n");
        }
        return text.append("\nNext: memdump show DUMP ADDRESS tells who holds one of them")
            .append(texts.length == 0 ? "; --values shows the strings" : "").append(".\n").toString();
    }

    private int total() {
        return strings.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String notCompared() {
        StringBuilder text = new StringBuilder();
        part(text, StringDigests.Kind.SHARED, "use the buffer of another");
        // Ruby leaves out some values, never all: hardly a string of a process is binary.
        part(text, StringDigests.Kind.OMITTED, strings.get(StringDigests.Kind.KNOWN) > 0
            ? "left out by Ruby (binary, not valid or not ASCII)"
            : "without a value: the dump has none. memdump leaves values out of the dumps that it writes (select, diff"
                + " and others copy them with --values; redact never); compare strings in the dump that Ruby wrote");
        part(text, StringDigests.Kind.INCOMPLETE, "shorter or longer in the dump than they were");
        part(text, StringDigests.Kind.UNREADABLE, "in damaged records");
        return text.length() == 0 ? "" : "Not compared: " + text + "\n";
    }

    private void part(StringBuilder text, StringDigests.Kind kind, String meaning) {
        if (strings.get(kind) > 0) {
            text.append(text.length() == 0 ? "" : "; ").append(Figures.count(strings.get(kind))).append(' ')
                .append(meaning);
        }
    }

    private TextTable groups() {
        TextTable table = new TextTable().numbers("wasted").numbers(comparing ? "new copies" : "copies")
            .numbers("bytes each").text(texts.length == 0 ? "hash" : "value").text("class").text("one of them")
            .text("mostly allocated at").text("mostly held by");
        for (int row = 0; row < rows; row++) {
            StringCopies group = duplicates.group(row);
            List<Share> sites = group.sites();
            List<Share> holders = group.holders();
            int old = group.size() - group.counted();
            table.row(Figures.bytes(group.wasted()),
                Figures.count(group.counted()) + (old == 0 ? "" : " (+" + Figures.count(old) + " old)"),
                Figures.count(group.bytes()),
                texts.length == 0 ? group.hash() : beginning(ValueWords.cell(texts[row])),
                heap.classes().name(group.classes().get(0).number()), heap.identity(group.example()),
                site(sites.get(0).number()),
                holders.isEmpty() ? "" : heap.classes().name(holders.get(0).number()));
        }
        return table;
    }

    /** Of a value the beginning says most, of what else stands in a table the end. */
    private static String beginning(String value) {
        return value.codePointCount(0, value.length()) <= WIDEST_VALUE ? value
            : value.substring(0, value.offsetByCodePoints(0, WIDEST_VALUE - 1)) + "…";
    }

    private TextTable sites(List<WastefulSite> sites) {
        TextTable table = new TextTable().numbers("wasted").numbers("copies").text("allocated at").text("method");
        for (WastefulSite site : sites.subList(0, Math.min(SITES_SHOWN, sites.size()))) {
            table.row(Figures.bytes(site.wasted()), Figures.count(site.copies()), site(site.site()),
                heap.sites().method(site.site()));
        }
        return table;
    }

    private String site(int site) {
        String file = heap.sites().file(site);
        int line = heap.sites().line(site);
        return file.isEmpty() ? "(not traced)" : line == 0 ? file : file + ":" + line;
    }

    /** Writes the fields into the current object. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeNumberField("strings", total());
        json.writeNumberField("compared", strings.get(StringDigests.Kind.KNOWN));
        json.writeNumberField("shared", strings.get(StringDigests.Kind.SHARED));
        json.writeNumberField("omitted", strings.get(StringDigests.Kind.OMITTED));
        json.writeNumberField("incomplete", strings.get(StringDigests.Kind.INCOMPLETE));
        json.writeNumberField("unreadable", strings.get(StringDigests.Kind.UNREADABLE));
        json.writeNumberField("distinct", duplicates.distinct());
        json.writeNumberField("duplicated", duplicates.size());
        json.writeNumberField("copies", duplicates.copies());
        json.writeNumberField("wasted", duplicates.wasted());
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < rows; row++) {
            json.writeStartObject();
            write(json, duplicates.group(row));
            if (texts.length > 0) {
                ValueWords.writeTo(json, texts[row]);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sites");
        for (WastefulSite site : duplicates.sites()) {
            json.writeStartObject();
            writeSite(json, site.site());
            json.writeNumberField("copies", site.copies());
            json.writeNumberField("wasted", site.wasted());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, StringCopies group) throws IOException {
        json.writeNumberField("bytes", group.bytes());
        json.writeStringField("encoding", group.encoding());
        json.writeStringField("hash", group.hash());
        json.writeNumberField("copies", group.size());
        if (comparing) {
            json.writeNumberField("new_copies", group.counted());
        }
        json.writeNumberField("memsize", group.memsize());
        json.writeNumberField("wasted", group.wasted());
        json.writeStringField("object", heap.identity(group.example()));
        json.writeArrayFieldStart("classes");
        for (Share share : first(group.classes())) {
            json.writeStartObject();
            json.writeStringField("class", heap.classes().name(share.number()));
            json.writeNumberField("copies", share.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sites");
        for (Share share : first(group.sites())) {
            json.writeStartObject();
            writeSite(json, share.number());
            json.writeNumberField("copies", share.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("holders");
        for (Share share : first(group.holders())) {
            json.writeStartObject();
            json.writeStringField("class", heap.classes().name(share.number()));
            json.writeNumberField("references", share.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSite(JsonGenerator json, int site) throws IOException {
        json.writeStringField("file", heap.sites().file(site));
        json.writeNumberField("line", heap.sites().line(site));
        json.writeStringField("method", heap.sites().method(site));
    }

    private static List<Share> first(List<Share> shares) {
        return shares.subList(0, Math.min(SHARES, shares.size()));
    }
}
