package io.github.memdump.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.DoubtWords;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexedLoader;
import io.github.memdump.index.Overview;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What all subcommands share: {@code --json}, {@code --strict}, {@code --no-index} and {@code --help}, reading dumps,
 * warnings. A command runs once. A failure is an IOException whose message is meant for people; wrong use is
 * {@link #misused}.
 */
@Command(addMethodSubcommands = false, exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.OK, ExitCodes.FAILED, ExitCodes.MISUSED})
public abstract class DumpCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = "--json", description = "Write one JSON document to standard output, exact numbers, nothing else.")
    private boolean json;

    @Option(names = "--strict", description = "Fail at the first damaged line instead of counting and skipping it.")
    private boolean strict;

    @Option(names = "--no-index", description = "Read the dump itself, and keep no index of it (see: memdump index).")
    private boolean noIndex;

    @Mixin
    private LimitOption limits;

    private final Session session;
    private final Warnings warnings;
    private final StreamedDumps streams;
    private final CommandFiles commandFiles;
    private IndexedLoader loader;

    /** Makes the command for one run. */
    protected DumpCommand(Session session) {
        this.session = session;
        this.warnings = new Warnings(session);
        this.streams = new StreamedDumps(session);
        this.commandFiles = new CommandFiles(session);
    }

    /** Does what the command is for: finds its answer and shows it. */
    protected void run() throws IOException {
        show(answer());
    }

    /** Finds out what there is to say. */
    protected Answer answer() throws IOException {
        return Answer.EMPTY;
    }

    @Override
    public final Integer call() throws IOException {
        commandFiles.requireOutputElsewhere(spec.commandLine().getParseResult(), this::misused);
        try (streams; IndexedLoader opened = loader()) {
            loader = opened;
            run();
        }
        return exitCode();
    }

    /** Returns the exit code of a run that went well. */
    protected int exitCode() {
        return 0;
    }

    private IndexedLoader loader() {
        return IndexedLoader.of(heapLoader(),
            noIndex ? Optional.empty() : IndexCache.ofUser(session::variable))
            // The launcher wants an index of a tiny dump, to learn which classes it takes.
            .fromBytes(Long.getLong("memdump.index_from", IndexedLoader.WORTHWHILE_BYTES))
            .telling(note -> session.variable("MEMDUMP_DEBUG").ifPresent(asked -> session.tell(note)));
    }

    /** Returns the streams, the environment and progress. */
    protected final Session session() {
        return session;
    }

    /** Returns what long computations report to. */
    protected Task task() {
        return session.task();
    }

    /** Returns where to put warnings. */
    protected final Warnings warnings() {
        return warnings;
    }

    /** Returns whether JSON is wanted. */
    protected final boolean json() {
        return json;
    }

    /** Returns whether a damaged line is a failure. */
    protected final boolean strict() {
        return strict;
    }

    /** Returns whether dumps are to be read without an index. */
    protected final boolean noIndex() {
        return noIndex;
    }

    /** Returns what is accepted of a dump. */
    protected final DumpLimits limits() {
        return limits.limits(this::misused);
    }

    /** Returns the loader that the options ask for. */
    protected final HeapLoader heapLoader() {
        return (strict ? HeapLoader.strict() : HeapLoader.lenient()).within(limits());
    }

    /** Returns the exception that says that the command was used wrongly: exit code 2. */
    protected final ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Returns the input of a dump given on the command line: a file, a pipe, or {@code -} for standard input. */
    protected final DumpInput input(String dump) throws IOException {
        commandFiles.add(dump);
        if (isStream(dump)) {
            return streams.input(dump);
        }
        try {
            return DumpInput.of(Path.of(dump));
        } catch (InvalidPathException impossible) {
            throw misused("'" + dump + "' is not a file name: " + impossible.getReason());
        }
    }

    /** Returns whether a dump can be read only once: standard input, a pipe, a device. */
    protected static boolean isStream(String dump) {
        return StreamedDumps.isStream(dump);
    }

    /** Returns what no output may replace: every file that the command line names, but for outputs, or that is read. */
    protected final Inputs inputs() {
        return commandFiles.of(spec.commandLine().getParseResult());
    }

    /**
     * Returns where an option says to write to, if it was given; {@code -} is standard output. Fails at once, not after
     * a long computation, if nothing can be written there, and says that the command was used wrongly if that would
     * replace an input.
     */
    protected final Optional<Target> target(Path output) throws IOException {
        return output == null ? Optional.empty() : Optional.of(commandFiles.target(output, inputs(), json,
            this::misused));
    }

    /** Asks that dumps which come from streams, standard input or pipes, can be read once more by {@link #input}. */
    protected final void keepStreams() {
        streams.keep();
    }

    /** Loads a dump and reports its warnings. */
    protected final Heap load(String dump) throws IOException {
        Heap heap = loaded(session.heaps().get(dump, () -> loader.load(input(dump), task())));
        warnings.addOf(heap.identities());
        return heap;
    }

    /** Finds what is to be said of a dump as a whole, without its heap where an index tells; reports its warnings. */
    protected final Overview overview(String dump, Grouping grouping) throws IOException {
        if (session.heaps().keeps(dump)) {
            return Overview.of(load(dump), grouping);
        }
        Overview overview = loader.overview(input(dump), grouping, task());
        warnings.addOf(overview.facts());
        return overview;
    }

    /** Returns a heap that was loaded as the command goes by it. */
    Heap loaded(Heap heap) {
        return heap;
    }

    /**
     * Returns the values of the heap of a dump, to be read from the dump once more; if that may be a stream,
     * {@link #keepStreams} must have been called before it was loaded.
     */
    protected final Values values(Heap heap, String dump) throws IOException {
        return isStream(dump) ? Values.of(heap, input(dump)) : Values.of(heap);
    }

    /** Refuses dumps of which one is given twice. */
    protected final void requireEachOnce(List<String> names) {
        Set<String> given = new HashSet<>();
        for (String name : names) {
            if (!given.add(name) && !name.equals(STANDARD_INPUT)) {
                throw misused("'" + name + "' is given twice. Give dumps that were made one after the other.");
            }
        }
    }

    /**
     * Loads dumps of one process, of all but the last what is asked for; they are taken in the order in which they say
     * that they were made, and {@link #doubt} says so if that is another one.
     */
    protected final Investigation<Given> investigate(List<String> names, EarlierDump.Detail... details)
            throws IOException {
        if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw misused("Only one of the dumps can come from standard input (-).");
        }
        if (names.subList(0, names.size() - 1).stream().anyMatch(DumpCommand::isStream) || names.size() > 2) {
            keepStreams();
        }
        return Investigation.of(names.stream().map(Given::new).collect(Collectors.toList()), Set.of(details), task());
    }

    /** Warns of what speaks against what an investigation has compared so far. */
    protected final void doubt(Investigation<Given> dumps) {
        DoubtWords.of(dumps).forEach(warnings::add);
    }

    /** Compares the first dump with the last, and warns of what speaks against that. */
    protected final HeapDiff compared(Investigation<Given> dumps) {
        HeapDiff diff = dumps.diff(task());
        doubt(dumps);
        return diff;
    }

    /** A dump given on the command line. Immutable. */
    protected final class Given implements Investigation.Source {
        private final String name;

        private Given(String name) {
            this.name = name;
        }

        /** Returns what it is called on the command line. */
        public String name() {
            return name;
        }

        @Override
        public Heap heap(Task task) throws IOException {
            return load(name);
        }

        @Override
        public HeapIdentities identities(Task task) throws IOException {
            HeapIdentities identities = loader.loadIdentities(input(name), task);
            warnings.addOf(identities);
            return identities;
        }

        @Override
        public boolean isSame(Investigation.Source other) {
            return CommandFiles.isOneFile(name, ((Given) other).name);
        }
    }

    /** Shows an answer as JSON with the warnings, or as text. */
    protected final void show(Answer answer) throws IOException {
        if (json) {
            output().json(answer);
        } else {
            output().text(answer);
        }
    }

    /** Returns where answers go to, with as many rows as {@code --top} asks for. */
    protected final AnswerOutput output() {
        return new AnswerOutput(session, warnings, Top.askedOf(spec));
    }

    /** Returns a generator for the one document on standard output; closing it ends the line and closes nothing. */
    protected final JsonGenerator jsonOut() throws IOException {
        return JsonRenderer.generator(new LineEnd(session.recordsOut()));
    }
}
