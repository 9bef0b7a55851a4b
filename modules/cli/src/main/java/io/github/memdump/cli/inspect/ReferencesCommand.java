package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.merge.ReferenceGroups;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.ReferencesAnswer;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.export.ReferencesCsv;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.AllReferences;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What objects hold, by name. */
@Command(name = "references", header = {"Shows what the objects of each class hold, by name.", ""}, description = {
    "By which variable, constant, key or place they hold it, how many, and what that retains. With --where what these"
        + " objects hold.", "",
    "Names are found in the dump: variables by the shapes of objects (Ruby 3.2 and later), constants by the files that"
        + " set them, pairs of hashes, elements of arrays; and in what memdump dump asked the process. A name is"
        + " certain, likely (the only one at which values of this class stand elsewhere), or one of a few.", "",
    "With -o CSV, one row for each reference of the records, repeated and dangling ones too: from, to, kind, name"
        + " (empty where none is known, candidates with | between them), certainty (certain, likely, candidates; of"
        + " the kind where there is no name).", ""},
    footer = {"", "Examples:", "  memdump references after.json.gz --top 20",
        "  memdump references after.json.gz --where 'class = \"Shop::Session\"' --json",
        "  memdump references after.json.gz -o references.csv", "",
        "Next: by what one object is held, step by step: memdump paths DUMP ADDRESS"})
public final class ReferencesCommand extends SelectingCommand {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write CSV, one row a reference, to this"
        + " file.")
    private Path output;

    @Mixin
    private Top top;

    public ReferencesCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        Optional<Target> to = target(output);
        keepStreams();
        Heap heap = loadSelecting(dump);
        int[] holders = selected(heap).toArray();
        Values values = values(heap, loadedName());
        return to.isPresent() ? written(values, holders, to.get()) : summary(values, holders);
    }

    private Answer summary(Values values, int[] holders) throws IOException {
        ReferenceGroups groups = new ReferenceGroups(values.heap());
        AllReferences.visit(values, holders, groups, task());
        Findings findings = Findings.of(values.heap()).retained(task()).build();
        return new ReferencesAnswer(values.heap()).of(
            groups.groups(object -> findings.number(Column.RETAINED_SIZE, object)), SHOWN);
    }

    private Answer written(Values values, int[] holders, Target to) throws IOException {
        try (Output file = Output.to(to)) {
            CsvWriter csv = new CsvWriter(file.stream());
            ReferencesCsv rows = new ReferencesCsv(values.heap(), csv);
            AllReferences.visit(values, holders, rows, task());
            csv.flush();
            file.commit();
            return Answer.builder().fact("output", output.toString()).fact("references", rows.rows())
                .say(output + ": " + Figures.count(rows.rows(), "reference") + " of "
                    + Figures.count(holders.length, "object")).build();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
