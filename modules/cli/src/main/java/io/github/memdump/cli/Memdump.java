package io.github.memdump.cli;

import io.github.memdump.cli.interactive.InteractiveCommand;
import io.github.memdump.cli.live.EnableAllocationTraceCommand;
import io.github.memdump.cli.live.TakeDumpCommand;
import io.github.memdump.cli.report.ReportCommand;
import io.github.memdump.cli.report.ViewCommand;
import io.github.memdump.cli.subset.Operations;
import io.github.memdump.cli.suspect.SuspectsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(name = "memdump", versionProvider = Memdump.Version.class,
    description = {
        "Finds what a Ruby process leaks, from heap dumps made by ObjectSpace.dump_all.", "",
        "Take a dump, let the process work and collect its garbage, take another; what came between"
            + " and is still held is the suspect:", "",
        "  memdump stats after.json                    what the heap consists of",
        "  memdump diff before.json after.json         what is new, by class",
        "  memdump border before.json after.json       which old object holds on to it",
        "  memdump suspects after.json before.json     what probably leaks, as a story",
        "  memdump report before.json after.json -o D  all of it as a page with a picture",
        "  memdump gephi before.json after.json        look at it", "",
        "Commands and options of the memdump gem are understood as they are, with underscores too."},
    footer = {"", "Dumps may be plain or gzip, whatever their name; - reads standard input.",
        "MEMDUMP_XMX=16g sets the memory, MEMDUMP_DEBUG=1 shows where an unexpected failure comes from,",
        "MEMDUMP_JAVA_HOME says which Java to use, MEMDUMP_NO_INDEX=1 keeps no index of dumps (see memdump index).", "",
        "Each command has its own help: memdump stats --help"},
    exitCodeListHeading = "%nExit codes:%n", exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED,
        DumpCommand.BROKEN})
final class Memdump implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    /** Returns the command line with all subcommands, for one run in a session. */
    static CommandLine commandLine(Session session) {
        CommandLine line = new CommandLine(new Memdump())
            .addSubcommand(new StatsCommand(session))
            .addSubcommand(new DiffCommand(session))
            .addSubcommand(new BorderCommand(session))
            .addSubcommand(new DominatorsCommand(session))
            .addSubcommand(new TableCommand(session))
            .addSubcommand(new PathsCommand(session))
            .addSubcommand(new ReferrersCommand(session))
            .addSubcommand(new GrowthCommand(session))
            .addSubcommand(new ClassGraphCommand(session))
            .addSubcommand(new ShowCommand(session))
            .addSubcommand(new StringsCommand(session))
            .addSubcommand(new KeepAliveCommand(session))
            .addSubcommand(new SuspectsCommand(session))
            .addSubcommand(new ConsumersCommand(session))
            .addSubcommand(new UnreachableCommand(session))
            .addSubcommand(new ReportCommand(session))
            .addSubcommand(new ViewCommand(session))
            .addSubcommand(new EnableAllocationTraceCommand(session))
            .addSubcommand(new TakeDumpCommand(session))
            .addSubcommand(new GephiCommand(session))
            .addSubcommand(new RedactCommand(session))
            .addSubcommand(new InteractiveCommand(session))
            .addSubcommand(new IndexCommand(session))
            .addSubcommand(new CompletionCommand(session))
            .addSubcommand(new CommandLine.HelpCommand());
        Operations.of(session).forEach(line::addSubcommand);
        CommandGroups.in(line);
        // A dump may be called @something.
        return line.setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(100)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What shall be done? Name a command: "
            + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Memdump.class.getPackage().getImplementationVersion();
            return new String[] {"memdump " + (version == null ? "(not packaged)" : version)};
        }
    }
}
