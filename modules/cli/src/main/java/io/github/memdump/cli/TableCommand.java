package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.heap.Heap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One row per object, with the columns asked for. */
@Command(name = "table", header = {"Writes one row per object, with the columns asked for.", ""}, description = {
    "CSV (RFC 4180) with a header line, a row for each object of the dump, ROOT and SHAPE records too.", "",
    "Only what the columns need is computed: object, address, type, class, name, memsize, generation, file, line and"
        + " method cost nothing; root_distance, retained_count, retained_size and dominator take a pass over the heap;"
        + " in_after (1 = new, 0 = old), border (old, new or empty) and keepalive_new_count (of the new objects) need"
        + " --before; keepalive_count of all objects can take long on a large heap.", "",
    "A field is empty where its column does not apply, such as root_distance of an object that no root reaches.", "",
    "Values of strings, often secrets, are shown only if the column value is asked for; they are read from the dump"
        + " once more. A value stands on one line, with \\n, \\t, \\x1B and \\\\ for what cannot be printed; behind a"
        + " cut one stands its length, in parentheses why one is not known (Ruby leaves out what is not ASCII). In"
        + " JSON it is as it is, null where it is not known, with value_bytes for its whole length.", ""},
    footer = {"", "Examples:",
        "  memdump table after.json.gz --columns object,class,memsize,root_distance -o after.csv",
        "  memdump table after.json.gz --before before.json.gz --columns object,in_after,border", "",
        "Next: load the file into a spreadsheet, a database or Gephi's Data Laboratory"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
final class TableCommand extends DumpCommand {
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
    private ValueLength valueLength;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to this file instead of standard"
        + " output: JSON if its name ends in .json, else CSV.")
    private Path output;

    TableCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        List<Column> columns = columns();
        valueLength.check(this::misused);
        boolean showsValues = columns.contains(Column.VALUE);
        if (showsValues) {
            keepStandardInput();
        }
        requireWritable(output);
        TableValues found;
        if (before == null) {
            found = TableValues.of(load(dump), columns, task());
        } else {
            DumpPair dumps = load(before, dump);
            dumps.compare(warnings(), task());
            found = TableValues.of(dumps, columns, task());
        }
        int[] objects = new int[found.heap().objectCount()];
        Arrays.setAll(objects, object -> object);
        TableValues values = showsValues
            ? found.with(valueLength.cut(values(found.heap(), dump)), objects, task()) : found;
        ObjectRows rows = new ObjectRows(values, columns, objects);
        if (output != null) {
            rows.writeTo(output, json -> writeFigures(json, values.heap(), columns));
        }
        if (json()) {
            writeJson(rows, values.heap(), columns);
        } else if (output == null) {
            rows.writeCsv(new BufferedOutputStream(session().out(), 1 << 16));
        } else {
            session().print(Plain.text(output.toString()) + ": " + Figures.count(rows.size(), "row") + ", "
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

    private void writeJson(ObjectRows rows, Heap heap, List<Column> columns) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            writeFigures(json, heap, columns);
            if (output == null) {
                rows.writeTo(json);
            } else {
                json.writeStringField("output", output.toString());
            }
            json.writeEndObject();
        }
    }

    private void writeFigures(JsonGenerator json, Heap heap, List<Column> columns) throws IOException {
        json.writeNumberField("objects", heap.objectCount());
        json.writeArrayFieldStart("columns");
        for (Column column : columns) {
            json.writeString(column.id());
        }
        json.writeEndArray();
        warnings().writeTo(json);
    }
}
