package io.github.memdump.cli.live;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.TakenDump;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.option.RedactionOptions;
import io.github.memdump.cli.command.Session;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.file.Target;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.LiveDump;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.redact.Redaction;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a dump of a running process. */
@Command(name = "dump", header = {"Takes a dump of a running Ruby process, prepared or not.", ""}, description = {
    "The process need not be prepared (Linux on x86-64; as its user or as root). If it has an agent (memdump agent) or"
        + " has loaded rbtrace it is asked by that, else it is attached to: its main thread is stopped for some"
        + " milliseconds and evaluates a line at its next safe point. --via chooses one way.", "",
    "A copy of the process writes the dump (fork), so that the process itself stands still for a collection of garbage"
        + " and for the copying, some milliseconds. --no-fork lets it write itself, some seconds for a gigabyte; so"
        + " does a lack of memory, and that is said.", "",
    "The file is there in full or not at all, and is yours alone, also if the process runs as another user or in a"
        + " container: the process sends its dump, and this program writes it.", "",
    "For the line that made each object, turn tracing on first, as early as possible: memdump enable-allocation-trace"
        + " PID. To find a leak take two dumps, with work between them.", "",
    "JSON: pid, file, bytes, ruby, live_slots; via, stopped_ms; forked, and then pause_ms, gc_ms, copied_bytes,"
        + " threads (whose stacks the copy does not have).", ""},
    footer = {"", "Examples:", "  memdump dump 4711 before.json", "  memdump dump --full 4711 after.json.gz",
        "  memdump dump --redact 4711 - > redacted.json", "",
        "Next: memdump report before.json after.json.gz -o out"})
public final class TakeDumpCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write; compressed if it ends in .gz;"
        + " - for standard output.")
    private Path file;

    @Mixin
    private ApproachOptions approach = new ApproachOptions();

    @Option(names = "--no-gc", description = "Do not collect garbage first. What nobody holds is then in it too.")
    private boolean withGarbage;

    @Option(names = "--full", description = "Also empty slots and Ruby's own objects (full: true).")
    private boolean full;

    @Option(names = "--no-names", description = "Leave out the names that only the process knows: of constants,"
        + " variables, threads.")
    private boolean noNames;

    @Option(names = "--no-fork", description = "Let the process itself write, which stands still meanwhile.")
    private boolean noFork;

    @Option(names = "--gzip", description = "Compress while writing, whatever the name of the file.")
    private boolean gzip;

    @Option(names = "--redact", description = "Leave secrets out, as memdump redact does: they reach neither a disk nor"
        + " standard output. The next options are its.")
    private boolean redact;

    @Mixin
    private RedactionOptions redaction = new RedactionOptions();

    @Option(names = {"-f", "--force"}, description = "Replace a file that is there.")
    private boolean force;

    /** Makes the command. */
    public TakeDumpCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        if (redaction.isGiven() && !redact) {
            throw misused("--hash-names, --keep-paths and the salt are for --redact. Add it, or leave them away.");
        }
        Redaction hiding = redaction.redaction(session(), limits(), this::misused);
        LiveHeap heap = LiveHeap.of(RubyProcess.of(pid)).by(approach.approach(session()::tell));
        Target target = target(file).orElseThrow();
        long start = System.nanoTime();
        LiveHeap.Dump dump = heap.write(target, options(), redact ? (from, to) ->
            hiding.write(DumpInput.of("the dump of process " + pid, from), to, Task.UNWATCHED)
            : InputStream::transferTo, task());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (dump.isExposed()) {
            session().tell("Others may write to the folder of " + file + ": they cannot read the dump, but from now on"
                + " they can replace it. Move it to a folder of yours.");
        }
        show(answer(dump, seconds));
    }

    private DumpOptions options() {
        DumpOptions options = DumpOptions.usual();
        options = withGarbage ? options.withGarbage() : options;
        options = full ? options.full() : options;
        options = noFork ? options.withoutFork() : options;
        options = noNames ? options.withoutNames() : options;
        options = gzip || file.toString().endsWith(".gz") ? options.compressed() : options;
        return force ? options.replacing() : options;
    }

    private Answer answer(LiveHeap.Dump dump, double seconds) {
        LiveDump said = dump.said();
        Answer.Builder answer = Answer.builder().fact("pid", pid).fact("file", file.toString())
            .fact("bytes", dump.bytes()).fact("ruby", dump.facts().rubyVersion())
            .fact("live_slots", dump.facts().objects())
            .fact("via", dump.facts().way().name().toLowerCase(Locale.ROOT)).fact("forked", said.isOfCopy());
        answer.say(String.format(Locale.ROOT, "Process %d (Ruby %s) wrote %s to %s in %.1f s; it had about %,d"
            + " objects.", pid, dump.facts().rubyVersion(), Figures.bytes(dump.bytes()), file, seconds,
            dump.facts().objects()));
        answer.detailIf(redact, "redacted: strings, symbols and paths were left out before anything was written");
        TakenDump.account(dump).forEach(answer::detail);
        if (!said.stopped().isZero()) {
            answer.fact("stopped_ms", millis(said.stopped()));
        }
        if (said.isOfCopy()) {
            said.pause().ifPresent(pause -> answer.fact("pause_ms", millis(pause)));
            said.collection().ifPresent(gc -> answer.fact("gc_ms", millis(gc)));
            said.copiedBytes().ifPresent(copied -> answer.fact("copied_bytes", copied));
            said.lostThreads().ifPresent(threads -> answer.fact("threads", threads));
        }
        return answer.build();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
