package io.github.memdump.cli.subset;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.array.Saturating;
import io.github.memdump.cli.Figures;
import io.github.memdump.cli.OutputFile;
import io.github.memdump.cli.Plain;
import io.github.memdump.cli.SelectingCommand;
import io.github.memdump.cli.Session;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.export.GmlWriter;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.subset.HeapSubset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    private static final Path STANDARD_OUTPUT = Path.of("-");
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

    /** Writes fields of the command's own into the JSON document. */
    void addTo(JsonGenerator json) throws IOException {
        // Most have none.
    }

    /** Shows the result where no file is named. */
    void show() throws IOException {
        writeDump(STANDARD_OUTPUT);
        session().tell(Plain.text(figures()) + (result.size() == 0 ? ": nothing was written" : ""));
    }

    @Override
    protected final void run() throws IOException {
        check();
        Path target = OutputFile.of(output, argument(), this::misused);
        boolean toStandardOutput = STANDARD_OUTPUT.equals(target);
        if (json() && toStandardOutput) {
            throw misused("The JSON document and the dump cannot both go to standard output: give -o a file.");
        }
        if (target != null && !toStandardOutput) {
            requireWritable(target);
        }
        if (target != null || !json()) {
            keepStandardInput();
        }
        Heap heap = loadSelecting(dump());
        result = apply(HeapSubset.of(heap));
        if (target != null) {
            write(target);
        }
        if (json()) {
            writeJson(target);
        } else if (target == null) {
            show();
        } else if (toStandardOutput) {
            session().tell(Plain.text(figures()));
        } else {
            session().print(Plain.text(target + ": " + figures()) + "\n");
        }
    }

    /** Returns what the operation gave. */
    final HeapSubset result() {
        return result;
    }

    private void write(Path target) throws IOException {
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".gml")) {
            writeDump(target);
            return;
        }
        GmlWriter.of(Findings.of(result.heap()).build(), COLUMNS).write(result, target, task());
    }

    private void writeDump(Path target) throws IOException {
        DumpWriter writer = adapted(DumpWriter.of(result).copying(input(dump()), limits()));
        writer = values ? writer.withValues() : writer;
        if (target.equals(STANDARD_OUTPUT)) {
            writer.write(session().out(), task());
        } else {
            writer.write(target, task());
        }
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

    private void writeJson(Path target) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeNumberField("objects", result.size());
            json.writeNumberField("references", result.references().edgeCount());
            json.writeNumberField("memsize", memsize());
            json.writeNumberField("of_objects", result.heap().objectCount());
            json.writeNumberField("of_references", result.heap().references().edgeCount());
            addTo(json);
            if (target != null) {
                json.writeStringField("output", target.toString());
            }
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }
}
