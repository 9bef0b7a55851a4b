package io.github.memdump.cli.live;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.CommandRunner;
import io.github.memdump.cli.command.Session;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.MemoryWatch;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.live.watch.ProcessWatch;
import io.github.memdump.live.watch.WatchBounds;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches the memory of a process and takes dumps when it grows. */
@Command(name = "watch", header = {"Watches a running Ruby process and takes dumps as it grows.", ""}, description = {
    "The first dump is taken when the process is warm: its memory has not grown by more than a twentieth for a while"
        + " (--warm). Then one each time it has grown by --growth since the last, and one when it comes close to the"
        + " limit of its control group; with --every also after that time. It ends when it has taken --dumps, when the"
        + " process ends, or at Ctrl-C; no dump is left half written. Of two dumps or more it then makes the report,"
        + " but not after Ctrl-C.", "",
    "The first dump and the latest are kept, of those between as many as --keep allows. A dump that would fill the"
        + " disk, or take more than --disk in all, is not begun.", "",
    "JSON: pid, ended (why), taken, files, report.", ""},
    footer = {"", "Examples:", "  memdump watch 4711 -o dumps", "  memdump watch 4711 -o dumps --growth 200m --dumps 3",
        "", "Next: read dumps/4711-report/report.html, or compare others: memdump growth dumps/4711-*.json.gz"})
public final class WatchCommand extends DumpCommand {
    private static final long MEGABYTE = 1L << 20;

    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", defaultValue = ".",
        description = "The folder for the dumps (default: this one).")
    private Path folder;

    @Option(names = "--growth", paramLabel = "N", defaultValue = "20%",
        description = "Dump again after that much more, as 200m (megabytes) or 20%% (default: ${DEFAULT-VALUE}).")
    private String growth;

    @Option(names = "--warm", paramLabel = "SECONDS", defaultValue = "30",
        description = "Warm is what has hardly grown for so long (default: ${DEFAULT-VALUE}); what grows on is"
            + " dumped first after four times that.")
    private long warm;

    @Option(names = "--every", paramLabel = "SECONDS", description = "Dump also after so long.")
    private Long every;

    @Option(names = "--dumps", paramLabel = "N", defaultValue = "3",
        description = "End after so many dumps (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "5",
        description = "Keep so many files, the first among them (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Option(names = "--disk", paramLabel = "MB", defaultValue = "4096",
        description = "Take at most so much of the disk for dumps (default: ${DEFAULT-VALUE}).")
    private long disk;

    @Mixin
    private ApproachOptions approach = new ApproachOptions();

    private final CommandRunner runner;

    /** Makes the command for one run; the runner makes the report. */
    public WatchCommand(Session session, CommandRunner runner) {
        super(session);
        this.runner = runner;
    }

    @Override
    protected void run() throws IOException {
        if (keep < 2 || most < 1 || warm < 0 || disk < 1 || every != null && every < 1) {
            throw misused("--keep is 2 at least, --dumps, --disk and --every are 1 at least, --warm is 0 at least.");
        }
        MemoryWatch memory = memory();
        ProcessWatch watch = new ProcessWatch(RubyProcess.of(pid), folder, memory,
            WatchBounds.of(most, keep, disk * MEGABYTE), Figures::bytes);
        watch.run(approach.approach(this::say), new Told(), Task.UNWATCHED);
        show(answer(watch));
        report(watch.files());
    }

    /** Says with the time what happens. */
    private final class Told implements ProcessWatch.Listener {
        @Override
        public void says(String sentence) {
            say(sentence);
        }

        @Override
        public void taken(Path file, LiveHeap.Dump dump) {
            say(file + ": " + Figures.bytes(dump.bytes()) + ", about " + Figures.count(dump.facts().objects(),
                "object"));
        }
    }

    /** Makes the report; what that says of itself is for people. */
    private void report(List<Path> files) throws IOException {
        if (files.size() < 2) {
            return;
        }
        List<String> words = new ArrayList<>(List.of("report"));
        files.forEach(file -> words.add(file.toString()));
        words.addAll(List.of("-o", reportFolder().toString()));
        Session told = json() ? Session.of(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(), Map.of()) : session();
        if (runner.run(told, words.toArray(new String[0])) != 0) {
            throw new IOException("The report could not be made. Make it from the dumps: memdump "
                + String.join(" ", words));
        }
    }

    private Path reportFolder() {
        return folder.resolve(pid + "-report");
    }

    private MemoryWatch memory() {
        try {
            return MemoryWatch.of(pid, growth, Duration.ofSeconds(warm),
                Optional.ofNullable(every).map(Duration::ofSeconds));
        } catch (IllegalArgumentException wrong) {
            throw misused("--growth is '" + growth + "'. Write it as 200m or 20%.");
        }
    }

    private void say(String sentence) {
        session().tell(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + sentence);
    }

    private Answer answer(ProcessWatch watch) {
        List<String> names = new ArrayList<>();
        watch.files().forEach(file -> names.add(file.toString()));
        Answer.Builder answer = Answer.builder().fact("pid", pid).fact("ended", watch.ended())
            .fact("taken", watch.taken())
            .list("files", names);
        answer.say("The watch has ended: " + watch.ended() + ".");
        names.forEach(answer::detail);
        if (names.size() > 1) {
            answer.fact("report", reportFolder().toString());
            answer.detail("report: " + reportFolder().resolve("report.html"));
        }
        return answer.build();
    }
}
