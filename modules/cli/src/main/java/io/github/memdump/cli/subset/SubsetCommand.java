package io.github.memdump.cli.subset;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.array.Saturating;
import io.github.memdump.cli.command.OutputFile;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.export.GmlWriter;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * An operation of memdump as a command: loads a dump, applies the operation, writes what it gives as a dump (to a file,
 * or to standard output as the gem does) or as GML, and tells how much that is.
 */
abstract class SubsetCommand extends SelectingCommand {
    /** What the help of all of them says of the output. */
    static final String WRITES = "The result is a dump, on standard output or in the file of -o, with each record as it"
        + " stands in DUMP and the references that are left; without the values of strings, which are often secrets,"
        + " unless --values asks for them.";

    /** Those that come with the heap. */
    private static final List<Column> COLUMNS = Column.ofFindings().stream()
        .filter(column -> Need.of(column).isEmpty()).collect(Collectors.toUnmodifiableList());

    @Parameters(index = "0", paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Write to this file instead of standard"
        + " output: packed if its name ends in .gz, a graph for Gephi if in .gml. With --json nothing is written"
        + " without it.")
    private Path output;

    @Option(names = "--values", description = "Copy the values of strings as well; they are often secrets.")
    private boolean values;

    @Option(names = "--in-place", description = "Replace DUMP by the result, with the values of strings that it has."
        + " A damaged dump is not replaced, since what cannot be read would be lost.")
    private boolean inPlace;

    private HeapSubset result;

    SubsetCommand(Session session) {
        super(session);
    }

    /** Complains of arguments before the dump is read. */
    void check() {
        // Most can do without any.
    }

    /** Applies the operation to the whole heap. */
    abstract HeapSubset apply(HeapSubset whole) throws IOException;

    /** Returns the file given as the last argument, as the gem's commands take it; null if there is none. */
    Path argument() {
        return null;
    }

    /** Returns the dump that was named. */
    String dump() {
        return dump;
    }

    /** Returns a writer with what the command wants besides. */
    DumpWriter adapted(DumpWriter writer) {
        return writer;
    }

    /** Returns what the command says besides, to machines if a file is written. */
    Answer more() {
        return Answer.EMPTY;
    }

    /** Shows the result where no file is named. */
    void showResult() throws IOException {
        writeDump(Target.standardOutput(session().recordsOut()));
        session().tell(Printable.of(figures()) + (result.size() == 0 ? ": nothing was written" : ""));
    }

    @Override
    protected final void run() throws IOException {
        check();
        Path target = OutputFile.of(output, argument(), this::misused);
        Optional<Target> to = inPlace ? Optional.of(dumpItself(target)) : target(target);
        boolean toStandardOutput = to.isPresent() && to.get().isStandardOutput();
        if (to.isPresent() || !json()) {
            keepStreams();
        }
        Heap heap = loadSelecting(dump());
        requireNothingLost(heap);
        result = apply(HeapSubset.of(heap));
        if (to.isPresent()) {
            write(to.get());
        }
        if (json()) {
            show(answer(to));
        } else if (to.isEmpty()) {
            showResult();
        } else if (toStandardOutput) {
            session().tell(Printable.of(figures()));
        } else {
            session().print(Printable.of(to.get() + ": " + figures()) + "\n");
        }
    }

    private Target dumpItself(Path target) throws IOException {
        if (target != null) {
            throw misused("Either --in-place or a file to write: " + target + " is one.");
        }
        if (dump().equals("-")) {
            throw misused("--in-place replaces a file; standard input is none.");
        }
        Target dump = Target.of(Path.of(dump()), Inputs.none());
        if (!dump.isFile()) {
            throw misused("--in-place replaces a file, which " + dump + " is not.");
        }
        dump.requireWritable();
        return dump;
    }

    private void requireNothingLost(Heap heap) throws IOException {
        long damaged = heap.facts().issues().total();
        if (inPlace && damaged > 0) {
            throw new IOException(dump() + " has " + Figures.count(damaged, "damaged place") + ", and what cannot be"
                + " read there would be lost. Write to another file with -o.");
        }
    }

    private static boolean isPacked(Path dump) throws IOException {
        try (InputStream in = Files.newInputStream(dump)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    /** Returns what the operation gave. */
    final HeapSubset result() {
        return result;
    }

    private void write(Target target) throws IOException {
        if (inPlace || !target.endsWith(".gml")) {
            writeDump(target);
            return;
        }
        GmlWriter.of(Findings.of(result.heap()).build(), COLUMNS).write(result, target, task());
    }

    private void writeDump(Target target) throws IOException {
        DumpWriter writer = adapted(DumpWriter.of(result).copying(input(loadedName()), limits()));
        writer = values || inPlace ? writer.withValues() : writer;
        writer = inPlace && isPacked(Path.of(dump())) ? writer.packed() : writer;
        writer.write(target, task());
    }

    private String figures() {
        return Figures.count(result.size(), "object") + " of " + Figures.count(result.heap().objectCount()) + ", "
            + Figures.count(result.references().edgeCount(), "reference") + ", " + Figures.bytes(memsize());
    }

    private long memsize() {
        long[] memsize = {0};
        result.objects().forEach(object -> memsize[0] = Saturating.sum(memsize[0], result.memsize(object)));
        return memsize[0];
    }

    private Answer answer(Optional<Target> target) {
        Answer.Builder answer = Answer.builder().fact("objects", result.size())
            .fact("references", result.references().edgeCount()).fact("memsize", memsize())
            .fact("of_objects", result.heap().objectCount())
            .fact("of_references", result.heap().overPlainReferences().references().edgeCount()).add(more());
        target.ifPresent(file -> answer.fact("output", file.toString()));
        return answer.build();
    }
}
