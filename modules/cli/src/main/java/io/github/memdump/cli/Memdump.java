package io.github.memdump.cli;

import io.github.memdump.cli.command.ExitCodes;
import io.github.memdump.cli.command.Session;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(name = Memdump.NAME, addMethodSubcommands = false, versionProvider = Memdump.Version.class,
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
        "Commands and options of the memdump gem work unchanged, with underscores or hyphens."},
    footer = {"", "Dumps may be plain or gzip, whatever their name; - reads standard input.",
        "MEMDUMP_XMX=16g sets the memory, MEMDUMP_DEBUG=1 shows where an unexpected failure comes from,",
        "MEMDUMP_JAVA_HOME says which Java to use, MEMDUMP_NO_INDEX=1 keeps no index of dumps (see memdump index).", "",
        "Each command has its own help: memdump stats --help"},
    exitCodeListHeading = "%nExit codes:%n", exitCodeList = {ExitCodes.OK, ExitCodes.FAILED, ExitCodes.MISUSED,
        ExitCodes.BROKEN})
final class Memdump implements Runnable {
    static final String NAME = "memdump";
    /** What asks for the version. */
    static final List<String> VERSION = List.of("-V", "--version");

    static {
        // picocli looks for a class of Groovy otherwise, in every jar of the class path, the 80 MB of the toolkit too.
        System.setProperty("picocli.disable.closures", "true");
        // No option of a command takes a time or a database.
        System.setProperty("picocli.converters.excludes", "java[.](time|sql)[.].*");
    }

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    /** Returns the command line with all commands, for one run in a session. */
    static CommandLine commandLine(Session session) {
        return with(Commands.names(), session);
    }

    /**
     * Returns the command line for some arguments: with the command that they name alone, or with all commands where
     * all are asked for.
     */
    static CommandLine commandLine(Session session, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean isOne = Commands.names().contains(first) && !first.equals(CompletionCommand.NAME);
        return isOne ? with(List.of(first), session) : commandLine(session);
    }

    private static CommandLine with(List<String> commands, Session session) {
        // In front of the name of the one command stands nothing that there would have to be a model of.
        boolean isOne = commands.size() == 1;
        CommandLine line = new CommandLine(isOne ? CommandSpec.create().name(NAME) : new Memdump());
        for (String command : commands) {
            line.addSubcommand(Commands.named(command, session));
        }
        if (!isOne) {
            line.addSubcommand(new CommandLine.HelpCommand());
            CommandGroups.in(line);
        }
        // A dump may be called @something.
        return line.setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(100)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    /** Returns the name and the version of the jar. */
    static String version() {
        String version = Memdump.class.getPackage().getImplementationVersion();
        return NAME + " " + (version == null ? "(not packaged)" : version);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command given. Commands: "
            + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {version()};
        }
    }
}
