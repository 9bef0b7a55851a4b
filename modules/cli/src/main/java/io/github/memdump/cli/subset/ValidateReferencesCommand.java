package io.github.memdump.cli.subset;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.DanglingReferences;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.cli.DumpCommand;
import io.github.memdump.cli.Top;
import io.github.memdump.cli.Session;
import io.github.memdump.dump.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** References to addresses that have no record. */
@Command(name = "validate-references", header = {"Lists references to objects that are not in the dump.", ""},
    description = {
        "One or two are normal: the file that the dump is written to may be missing in it. Many mean that the dump was"
            + " cut, or is a part of a heap. Dangling references are never part of a heap here, so that nothing needs"
            + " to be done about them; --json lists all objects up to "
            + DanglingReferences.MOST_ROWS + " and all addresses.", ""},
    footer = {"", "Example:", "  memdump validate-references after.json.gz", "",
        "Next: write the dump without them: memdump cleanup-refs DUMP -o OUT"})
public final class ValidateReferencesCommand extends DumpCommand {
    private static final int ADDRESSES_SHOWN = 3;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Mixin
    private Top top;

    /** Makes the command for one run. */
    public ValidateReferencesCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        keepStreams();
        Heap heap = load(dump);
        DanglingReferences dangling = DanglingReferences.of(input(dump), heap, task());
        List<DanglingReferences.Row> rows = dangling.rows();
        int most = Math.min(rows.size(), top.orElse(json() ? Integer.MAX_VALUE : CountedObjects.SHOWN));
        if (json()) {
            writeJson(heap, dangling, rows.subList(0, most));
        } else {
            session().print(text(heap, dangling, rows.subList(0, most)));
        }
    }

    private void writeJson(Heap heap, DanglingReferences dangling, List<DanglingReferences.Row> rows)
            throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeNumberField("references", heap.facts().references());
            json.writeNumberField("dangling_references", dangling.references());
            writeAddresses(json, dangling.missing());
            json.writeArrayFieldStart("rows");
            for (DanglingReferences.Row row : rows) {
                json.writeStartObject();
                json.writeStringField("object", heap.identity(row.object()));
                json.writeStringField("type", heap.typeName(row.object()));
                json.writeStringField("class", heap.className(row.object()));
                writeAddresses(json, row.missing());
                json.writeEndObject();
            }
            json.writeEndArray();
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }

    private static void writeAddresses(JsonGenerator json, long[] addresses) throws IOException {
        json.writeArrayFieldStart("missing");
        for (long address : addresses) {
            json.writeString(Addresses.format(address));
        }
        json.writeEndArray();
    }

    private String text(Heap heap, DanglingReferences dangling, List<DanglingReferences.Row> rows) {
        String text = Printable.of(dump) + ": " + Figures.count(dangling.references(), "dangling reference") + " of "
            + Figures.count(heap.facts().references()) + ", to " + Figures.count(dangling.missing().length)
            + " addresses without a record\n";
        if (rows.isEmpty()) {
            return text;
        }
        TextTable table = new TextTable().text("object").text("type").text("class").numbers("missing").text("such as");
        for (DanglingReferences.Row row : rows) {
            long[] missing = row.missing();
            table.row(heap.identity(row.object()), heap.typeName(row.object()), heap.className(row.object()),
                Figures.count(missing.length), Arrays.stream(missing).limit(ADDRESSES_SHOWN)
                    .mapToObj(Addresses::format).collect(Collectors.joining(" ")));
        }
        return text + "\n" + table + (rows.size() == dangling.rows().size() ? ""
            : "… and " + Figures.count(dangling.rows().size() - (long) rows.size())
                + " more (--top all shows them)\n")
            + "\nNext: memdump cleanup-refs DUMP -o OUT writes the dump without them.\n";
    }
}
