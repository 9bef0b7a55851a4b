package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.Target;
import io.github.memdump.text.Printable;
import io.github.memdump.value.Value;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One row per object, with the columns asked for. */
@Command(name = "table", header = {"Writes one row per object, with the columns asked for.", ""}, description = {
    "CSV (RFC 4180) with a header line, a row for each object of the dump, ROOT and SHAPE records too, or"
        + " for each object of --where.", "",
    "Only what the columns need is computed: object, address, type, class, name, memsize, generation, file, line and"
        + " method cost nothing; root_distance, retained_count, retained_size and dominator take a pass over the heap;"
        + " in_after (1 = new, 0 = old), border (old, new or empty) and keepalive_new_count (of the new objects) need"
        + " --before; keepalive_count and keepalive_new_count take about as long as reading the dump.", "",
    "Keep-alive counts are exact, but for heaps of an unusual structure: what would take too long to count is"
        + " estimated, a warning says so, and keepalive_estimated is 1 for these objects (0 where all is exact).", "",
    "A field is empty where its column does not apply, such as root_distance of an object that no root reaches.", "",
    "Values of strings, often secrets, are shown only if the column value is asked for; they are read from the dump"
        + " once more. A value stands on one line, with \\n, \\t, \\x1B and \\\\ for what cannot be printed; behind a"
        + " cut one stands its length, in parentheses why one is not known (Ruby leaves out what is not ASCII). In"
        + " JSON it is as it is, null where it is not known, with value_bytes for its whole length.", ""},
    footer = {"", "Examples:",
        "  memdump table after.json.gz --columns object,class,memsize,root_distance -o after.csv",
        "  memdump table after.json.gz --where 'type = STRING and memsize > 1m' --columns object,memsize,file",
        "  memdump table after.json.gz --before before.json.gz --columns object,in_after,border",
        "  memdump table after.json.gz --columns object,keepalive_count --stop-at class,module,iclass,imemo", "",
        "Next: load the file into a spreadsheet, a database or Gephi's Data Laboratory"})
final class TableCommand extends AnalysingCommand {
    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--before", paramLabel = "BEFORE",
        description = "An earlier dump of the same process, to tell new objects from old ones.")
    private String before;

    @Option(names = "--columns", paramLabel = "A,B,C", required = true, split = ",", hideParamSyntax = true,
        description = "The columns, in this order. There are: ${COMPLETION-CANDIDATES}.",
        completionCandidates = ColumnNames.Candidates.class)
    private List<String> names;

    @Mixin
    private Where where;

    @Mixin
    private ValueLength valueLength;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to this file instead of standard"
        + " output: JSON if its name ends in .json, else CSV.")
    private Path output;

    @Mixin
    private StopAt stopAt;

    TableCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        List<Column> columns = columns();
        where.check(before != null);
        valueLength.check(this::misused);
        if (columns.contains(Column.VALUE)) {
            keepStreams();
        }
        Optional<Target> to = target(output);
        TableValues values = new TableValues(columns, where.needs(), stopAt.stops(), task());
        Findings findings;
        String loaded = dump;
        if (before == null) {
            findings = values.of(load(dump));
        } else {
            DumpPair dumps = load(before, dump);
            findings = values.of(dumps.compare(warnings(), task()));
            loaded = dumps.laterName();
        }
        Estimates.tell(findings, warnings());
        int[] objects = where.in(findings, warnings(), task()).toArray();
        Value[] texts = columns.contains(Column.VALUE)
            ? valueLength.cut(values(findings.heap(), loaded)).of(objects, task()) : new Value[0];
        ObjectRows rows = new ObjectRows(findings, columns, objects, texts);
        if (to.isPresent()) {
            rows.writeTo(to.get(), json -> writeFigures(json, findings, columns));
        }
        if (json()) {
            writeJson(rows, findings, columns);
        } else if (output == null) {
            rows.writeCsv(CsvWriter.withLineFeeds(new BufferedOutputStream(session().textOut(), 1 << 16)));
        } else {
            session().print(Printable.of(output.toString()) + ": " + Figures.count(rows.size(), "row") + ", "
                + Figures.count(columns.size(), "column") + "\n");
        }
    }

    private List<Column> columns() {
        List<Column> columns = names.stream().map(name -> {
            try {
                return ColumnNames.columnOrValue(name.trim());
            } catch (IllegalArgumentException unknown) {
                throw misused(unknown.getMessage());
            }
        }).collect(Collectors.toList());
        for (Column column : columns) {
            if (before == null && TableValues.comparing(column)) {
                throw misused("Column " + column.id() + " tells new objects from old ones: name the earlier dump with"
                    + " --before BEFORE.");
            }
        }
        return columns;
    }

    private void writeJson(ObjectRows rows, Findings findings, List<Column> columns) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            writeFigures(json, findings, columns);
            if (output == null) {
                rows.writeTo(json);
            } else {
                json.writeStringField("output", output.toString());
            }
            json.writeEndObject();
        }
    }

    private void writeFigures(JsonGenerator json, Findings findings, List<Column> columns) throws IOException {
        json.writeNumberField("objects", findings.heap().objectCount());
        StopAt.write(json, findings.stops());
        Estimates.write(json, findings);
        json.writeArrayFieldStart("columns");
        for (Column column : columns) {
            json.writeString(column.id());
        }
        json.writeEndArray();
        warnings().writeTo(json);
    }
}
