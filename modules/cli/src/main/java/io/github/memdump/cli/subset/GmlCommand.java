package io.github.memdump.cli.subset;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.option.ColumnNames;
import io.github.memdump.cli.command.OutputFile;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.export.GmlWriter;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ReplaceClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dump as a graph file. */
@Command(name = "gml", header = {"Writes a dump as a graph in the GML format, for Gephi and others.", ""},
    description = {
        "A node for each object with its columns, an edge for each reference with its kind. Without a file to write,"
            + " it goes beside the dump: after.json becomes after.gml.", "",
        "Gephi shows tens of thousands of nodes well, not millions: make the dump smaller first (cleanup, select,"
            + " roots-of), or name the objects with --where, or let memdump gephi choose.", ""},
    footer = {"", "Examples:", "  memdump gml small.json small.gml",
        "  memdump gml after.json.gz --where 'class =~ /^Shop::/' --columns class,retained_size -o shop.gml",
        "", "Next: File > Open in Gephi"})
public final class GmlCommand extends SelectingCommand {
    private static final int MANY = 100_000;

    @Parameters(index = "0", paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Parameters(index = "1", arity = "0..1", paramLabel = "GML", description = "The same as -o.")
    private Path target;

    @Option(names = {"-o", "--output"}, paramLabel = "GML",
        description = "Write to this file, - for standard output.")
    private Path output;

    @Option(names = "--columns", paramLabel = "A,B,C", split = ",", hideParamSyntax = true,
        description = "The columns of the nodes (default: those that need no analysis). There are:"
            + " ${COMPLETION-CANDIDATES}.", completionCandidates = ColumnNames.Candidates.class)
    private List<String> names = new ArrayList<>();

    @Option(names = "--add-ref", description = "Add an edge from each object to its class.")
    private boolean addRef;

    /** Makes the command for one run. */
    public GmlCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        List<Column> columns = columns();
        Path file = file();
        Target to = target(file).orElseThrow();
        if (!Column.facts(columns).isEmpty()) {
            keepStreams();
        }
        Heap heap = loadSelecting(dump);
        Findings findings = findings(heap, Need.of(columns), WalkBarrier.NONE);
        HeapSubset subset = HeapSubset.of(heap, selected(findings));
        subset = addRef ? ReplaceClass.withReferences(subset, task()) : subset;
        GmlWriter.of(withRecords(findings, columns, subset.objects().toArray()), columns).write(subset, to, task());
        if (!to.isStandardOutput()) {
            tell(subset, file);
        }
    }

    private List<Column> columns() {
        List<Column> columns = names.isEmpty()
            ? Column.ofFindings().stream().filter(column -> Need.of(column).isEmpty()).collect(Collectors.toList())
            : names.stream().map(this::column).collect(Collectors.toList());
        requireBefore(columns);
        return columns;
    }

    private Column column(String name) {
        try {
            return ColumnNames.column(name.trim());
        } catch (IllegalArgumentException unknown) {
            throw misused(unknown.getMessage());
        }
    }

    private Path file() {
        Path named = OutputFile.of(output, target, this::misused);
        if (named != null) {
            return named;
        }
        return Path.of(dump.equals("-") ? "-" : dump.replaceFirst("(\\.json|\\.heap|\\.dump)?(\\.gz)?$", "") + ".gml");
    }

    private void tell(HeapSubset subset, Path file) throws IOException {
        if (subset.size() > MANY) {
            warnings().add(Figures.count(subset.size(), "node") + " are more than Gephi shows well. Name fewer objects"
                + " with --where, or let memdump gephi choose.");
        }
        show(Answer.builder().fact("objects", subset.size()).fact("references", subset.references().edgeCount())
            .fact("output", file.toString()).say(file + ": " + Figures.count(subset.size(), "node") + ", "
                + Figures.count(subset.references().edgeCount(), "edge")).build());
    }
}
