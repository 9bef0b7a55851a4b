package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.BarrierWords;
import io.github.memdump.answer.content.EstimateWords;
import io.github.memdump.answer.content.ObjectColumns;
import io.github.memdump.answer.content.ValueWords;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.option.ColumnNames;
import io.github.memdump.cli.option.StopAt;
import io.github.memdump.cli.option.ValueLength;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        + " --before; keepalive_count and keepalive_new_count take about as long as reading the dump; those from length"
        + " on are read from the records once more, which takes a pass over the dump.", "",
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
        "  memdump table after.json.gz --where 'type = STRING' --columns object,length,encoding",
        "  memdump table after.json.gz --before before.json.gz --columns object,in_after,border",
        "  memdump table after.json.gz --columns object,keepalive_count --stop-at class,module,iclass,imemo", "",
        "Next: load the file into a spreadsheet, a database or Gephi's Data Laboratory"})
public final class TableCommand extends SelectingCommand {
    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--columns", paramLabel = "A,B,C", required = true, split = ",", hideParamSyntax = true,
        description = "The columns, in this order. There are: ${COMPLETION-CANDIDATES}.",
        completionCandidates = ColumnNames.Candidates.class)
    private List<String> names;

    @Mixin
    private ValueLength valueLength;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to this file instead of standard"
        + " output: JSON if its name ends in .json, else CSV.")
    private Path output;

    @Mixin
    private StopAt stopAt;

    public TableCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        List<Column> columns = columns();
        requireBefore(columns);
        valueLength.check(this::misused);
        if (columns.contains(Column.VALUE) || !Column.facts(columns).isEmpty()) {
            keepStreams();
        }
        Optional<Target> to = target(output);
        Heap heap = loadSelecting(dump);
        Findings findings = findings(heap, needs(columns), stopAt.stops());
        EstimateWords.warnings(findings).forEach(warnings()::add);
        int[] objects = selected(findings).toArray();
        Findings all = withRecords(findings, columns, objects);
        Value[] texts = columns.contains(Column.VALUE)
            ? valueLength.cut(values(heap, loadedName())).of(objects, task()) : new Value[0];
        Answer.Builder figures = Answer.builder().fact("objects", heap.objectCount());
        BarrierWords.list(figures, findings.stops());
        EstimateWords.add(figures, findings);
        figures.list("columns", columns.stream().map(Column::id).collect(Collectors.toList()));
        Answer facts = figures.build();
        boolean isJson = to.isPresent() ? to.get().endsWith(".json") : json();
        Answer rows = Answer.builder().add(facts).table(table(all, columns, objects, texts, isJson)).build();
        if (to.isPresent()) {
            output().save(rows, to.get());
            show(Answer.builder().add(facts).fact("output", output.toString()).say(output + ": "
                + Figures.count(objects.length, "row") + ", " + Figures.count(columns.size(), "column")).build());
        } else if (json()) {
            show(rows);
        } else {
            output().csv(rows);
        }
    }

    /** Whether keep-alive counts are estimates is told of those that are asked for. */
    private static Set<Need> needs(List<Column> columns) {
        Set<Need> needs = Need.of(columns);
        if (columns.contains(Column.KEEPALIVE_NEW_COUNT) && !columns.contains(Column.KEEPALIVE_COUNT)) {
            needs.remove(Need.KEEPALIVE);
        }
        return needs;
    }

    /** JSON has the value of an object and its length, CSV both in words. */
    private static AnswerTable<Integer> table(Findings findings, List<Column> columns, int[] objects, Value[] texts,
            boolean isJson) {
        AnswerTable.Builder<Integer> table = AnswerTable.of("rows", objects.length, row -> row);
        for (Column column : columns) {
            if (column != Column.VALUE) {
                table.column(ObjectColumns.of(findings, column).over(row -> objects[row]));
            } else if (isJson) {
                table.columns(ValueWords.columns(row -> texts[row]));
            } else {
                table.column(TableColumn.text(column.id(), row -> ValueWords.cell(texts[row])));
            }
        }
        return table.build();
    }

    private List<Column> columns() {
        return names.stream().map(name -> {
            try {
                return ColumnNames.columnOrValue(name.trim());
            } catch (IllegalArgumentException unknown) {
                throw misused(unknown.getMessage());
            }
        }).collect(Collectors.toList());
    }
}
