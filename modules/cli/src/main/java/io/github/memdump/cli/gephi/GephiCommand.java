package io.github.memdump.cli.gephi;

import io.github.memdump.answer.Answer;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.dump.DumpFormat;
import io.github.memdump.dump.DumpInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens Gephi with what the dumps show. */
@Command(name = "gephi", header = {"Opens Gephi with what the dumps show.", ""}, description = {
    "With the border between two dumps, or with one dump, or with none.", "",
    "Without more it is the Gephi that a checkout of memdump assembles on first use (a few minutes, from Maven"
        + " Central); a release has none. With --gephi-home or GEPHI_HOME it is your own: it gets the Memdump plugin"
        + " for this run, nothing is written into its installation, and its settings stay where they are.", "",
    "The command returns as soon as Gephi runs; --wait stays until it is closed. MEMDUMP_XMX sets its memory.", ""},
    footer = {"", "Examples:", "  memdump gephi before.json.gz after.json.gz",
        "  memdump gephi --gephi-home ~/gephi-0.10.1 before.json.gz after.json.gz", "",
        "Next: in Gephi, the Memdump window in Overview; its toolbar compares, shows the border and sizes by"
            + " keep-alive"})
public final class GephiCommand extends DumpCommand {
    @Parameters(index = "0..1", arity = "0..2", paramLabel = "DUMP",
        description = "BEFORE and AFTER, or one dump, plain or gzip; they must be files.")
    private List<String> dumps = new ArrayList<>();

    @Option(names = "--gephi-home", paramLabel = "DIR", description = "Start the Gephi installed in this folder"
        + " (default: the environment variable GEPHI_HOME, else the one of the checkout).")
    private Path gephiHome;

    @Option(names = "--userdir", paramLabel = "DIR",
        description = "Keep Gephi's settings in this folder instead of its usual one.")
    private Path userdir;

    @Option(names = "--wait", description = "Return when Gephi has been closed.")
    private boolean wait;

    public GephiCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String dump : dumps) {
            files.add(checked(dump));
        }
        Gephi gephi = gephi();
        Display.require(session()::variable);
        GephiStart start = new GephiStart(gephi);
        if (files.size() == 2) {
            start.property("memdump.before", files.get(0).toString());
        }
        if (!files.isEmpty()) {
            start.property("memdump.after", files.get(files.size() - 1).toString());
        }
        if (noIndex()) {
            start.property("memdump.no_index", "true");
        }
        session().variable("MEMDUMP_XMX").ifPresent(start::memory);
        if (userdir != null) {
            start.userdir(userdir);
        }
        session().tell("starting " + gephi.description());
        start.run();
        tell(gephi, files, start);
        if (wait) {
            start.await();
        }
    }

    private Path checked(String dump) throws IOException {
        if (isStream(dump)) {
            throw misused("Gephi cannot read a dump from standard input or a pipe; save it to a file first.");
        }
        DumpInput input = input(dump);
        Path file = Path.of(dump).toAbsolutePath().normalize();
        if (!DumpFormat.recognises(file) || strict()) {
            // Reading it tells in words what is wrong with it, or that all is well.
            heapLoader().load(input, task());
        }
        return file;
    }

    private Gephi gephi() throws IOException {
        GephiSource origin = GephiSource.at(Path.of(session().variable("MEMDUMP_HOME").orElse("")));
        Path home = gephiHome != null ? gephiHome : session().variable("GEPHI_HOME").map(Path::of).orElse(null);
        return home == null ? origin.bundled() : InstalledGephi.in(home, origin);
    }

    private void tell(Gephi gephi, List<Path> files, GephiStart start) throws IOException {
        show(Answer.builder().fact("started", gephi instanceof BundledGephi ? "bundled" : "installed")
            .fact("home", gephi.home().toString()).fact("process", start.process())
            .fact("log", start.log().toString())
            .list("dumps", files.stream().map(Path::toString).collect(Collectors.toList()))
            .say("Started " + gephi.description() + " (process " + start.process() + "; log " + start.log() + ")")
            .build());
    }
}
