package io.github.memdump.cli.subset;

import io.github.memdump.analysis.unused.DanglingReferences;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
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
    protected Answer answer() throws IOException {
        keepStreams();
        Heap heap = load(dump);
        DanglingReferences dangling = DanglingReferences.of(input(dump), heap, task());
        List<DanglingReferences.Row> rows = dangling.rows();
        Answer.Builder answer = Answer.builder().fact("references", heap.facts().references())
            .fact("dangling_references", dangling.references()).list("missing", addresses(dangling.missing()))
            .say(dump + ": " + Figures.count(dangling.references(), "dangling reference") + " of "
                + Figures.count(heap.facts().references()) + ", to " + Figures.count(dangling.missing().length)
                + " addresses without a record")
            .table(AnswerTable.of("rows", rows).showing(CountedObjects.SHOWN)
                .column(TableColumn.<DanglingReferences.Row>text(CellKind.OBJECT, "object",
                    row -> heap.identity(row.object())).titled("object"))
                .column(TableColumn.<DanglingReferences.Row>text("type", row -> heap.typeName(row.object()))
                    .titled("type"))
                .column(TableColumn.<DanglingReferences.Row>text(CellKind.CLASS, "class",
                    row -> heap.className(row.object())).titled("class"))
                .column(TableColumn.textList("missing", row -> addresses(row.missing())))
                .column(TableColumn.<DanglingReferences.Row>count(null, row -> row.missing().length)
                    .titled("missing"))
                .column(TableColumn.<DanglingReferences.Row>text(null, row -> addresses(row.missing()).stream()
                    .limit(ADDRESSES_SHOWN).collect(Collectors.joining(" "))).titled("such as")).build());
        return rows.isEmpty() ? answer.build()
            : answer.next("memdump cleanup-refs DUMP -o OUT", "writes the dump without them").build();
    }

    private static List<String> addresses(long[] addresses) {
        return Arrays.stream(addresses).mapToObj(Addresses::format).collect(Collectors.toList());
    }
}
