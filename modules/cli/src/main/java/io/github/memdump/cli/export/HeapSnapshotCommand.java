package io.github.memdump.cli.export;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.OutputFile;
import io.github.memdump.cli.command.Session;
import io.github.memdump.export.HeapSnapshotSize;
import io.github.memdump.export.HeapSnapshotWriter;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dump as a heap snapshot of V8. */
@Command(name = "heapsnapshot",
    header = {"Writes a dump as a .heapsnapshot, for Chrome DevTools and memlab.", ""},
    description = {
        "All objects with their references, sizes and allocation sites, under a root of their own: dominators and"
            + " retained sizes there are those of memdump dominators. An object has the same number in the snapshots of"
            + " two dumps of one process, so that DevTools compares them. Without a file to write, it goes beside the"
            + " dump: after.json becomes after.heapsnapshot.", "",
        "DevTools takes a few million objects. Of a larger dump write a part: memdump cleanup or roots-of makes a dump"
            + " of one, and memdump view SUBJECT DUMP -o FILE.heapsnapshot writes a view.", ""},
    footer = {"", "Examples:", "  memdump heapsnapshot after.json.gz after.heapsnapshot",
        "  memdump heapsnapshot after.json.gz --values -o after.heapsnapshot",
        "  memdump heapsnapshot after.json.gz --names -o after.heapsnapshot", "",
        "Next: Chrome, DevTools, Memory, Load profile; or memlab analyze object-size --snapshot after.heapsnapshot"})
public final class HeapSnapshotCommand extends AnalysingCommand {
    private static final String ENDING = ".heapsnapshot";
    private static final long MANY = 5_000_000;

    @Parameters(index = "0", paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The same as -o.")
    private Path argument;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
        description = "Write to this file, - for standard output. DevTools opens names that end in .heapsnapshot.")
    private Path output;

    @Option(names = "--values", description = "Write the texts of strings and symbols as well, each up to 200"
        + " characters; they are often secrets.")
    private boolean values;

    @Option(names = "--names", description = "Name the references: @user, constant Shop, [3]. Reads the dump twice more"
        + " and takes several times as long.")
    private boolean names;

    /** Makes the command for one run. */
    public HeapSnapshotCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        Path file = file();
        Target to = target(file).orElseThrow();
        if (values || names) {
            keepStreams();
        }
        Heap heap = load(dump);
        HeapSnapshotWriter writer = writer(heap);
        HeapSnapshotSize size = writer.write(to, task());
        if (size.nodes() > MANY) {
            warnings().add(Figures.count(size.nodes(), "node") + " are more than DevTools opens well. Make the dump"
                + " smaller first (cleanup, roots-of), or write a view.");
        }
        if (!to.isStandardOutput()) {
            show(answer(file, size));
        }
    }

    private HeapSnapshotWriter writer(Heap heap) throws IOException {
        if (!values && !names) {
            return HeapSnapshotWriter.of(heap);
        }
        Values read = values(heap, dump).withCharacters(Values.USUAL_CHARACTERS);
        return names ? HeapSnapshotWriter.withNames(read, values, task()) : HeapSnapshotWriter.withValues(read);
    }

    private Path file() {
        Path named = OutputFile.of(output, argument, this::misused);
        return named != null ? named
            : Path.of(dump.equals("-") ? "-" : dump.replaceFirst("(\\.json|\\.heap|\\.dump)?(\\.gz)?$", "") + ENDING);
    }

    private static Answer answer(Path file, HeapSnapshotSize size) {
        return Answer.builder().fact("nodes", size.nodes()).fact("edges", size.edges())
            .fact("output", file.toString())
            .say(Printable.of(file.toString()) + ": " + Figures.count(size.nodes(), "node") + ", "
                + Figures.count(size.edges(), "edge")).build();
    }
}
