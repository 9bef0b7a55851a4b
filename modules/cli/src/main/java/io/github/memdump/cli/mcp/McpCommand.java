package io.github.memdump.cli.mcp;

import io.github.memdump.assist.ToolServer;
import io.github.memdump.cli.command.CommandRunner;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.ResidentHeaps;
import io.github.memdump.cli.command.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves an assistant. */
@Command(name = "mcp",
    header = {"Serves an assistant by the Model Context Protocol, on standard input and output.", ""},
    description = {
        "The dumps stay loaded, and the assistant asks: suspects, stats, dominators, consumers, show, paths, referrers,"
            + " and with an earlier dump diff and border, with three growth. Answers are those of the commands, in"
            + " pages. It reads no other file and writes none.", "",
        "No value of a string is told unless --values allows it; names of classes, files and methods are.", ""},
    footer = {"", "Examples:", "  memdump mcp after.json.gz", "  memdump mcp before.json.gz after.json.gz", "",
        "Next: give this command line to your assistant as the command of a server"})
public final class McpCommand extends DumpCommand {
    @Parameters(arity = "1..*", paramLabel = "DUMP", description = "The dump; with earlier dumps of the process before"
        + " it, new objects are told from old ones; plain or gzip files.")
    private List<String> dumps;

    @Option(names = "--report", paramLabel = "DIR", description = "Offer the report.json and report.html of this"
        + " directory, which memdump report has written, as resources.")
    private Path report;

    @Option(names = "--values",
        description = "Let the assistant ask for the values of strings; they are often secrets.")
    private boolean values;

    private final CommandRunner runner;

    /** Makes the command for one run; the runner answers what the assistant asks. */
    public McpCommand(Session session, CommandRunner runner) {
        super(session);
        this.runner = runner;
    }

    @Override
    protected void run() throws IOException {
        if (dumps.stream().anyMatch(DumpCommand::isStream)) {
            throw misused("An assistant asks on standard input, and more than once: give files.");
        }
        for (String dump : dumps) {
            if (!Files.isReadable(Path.of(dump))) {
                throw new IOException(dump + " does not exist, or may not be read. Check the path.");
            }
        }
        ToolServer server = ServiceLoader.load(ToolServer.class).findFirst()
            .orElseThrow(() -> new IOException("This memdump has no library for the protocol beside it."));
        // The library would say on standard error that it has nobody to log to.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Offer offer = new Offer(dumps, values, new ResidentHeaps(dumps), session(), runner);
        String version = getClass().getPackage().getImplementationVersion();
        server.serve(version == null ? "0" : version, offer.tools(), offer.documents(report), session().in(),
            session().recordsOut());
    }
}
