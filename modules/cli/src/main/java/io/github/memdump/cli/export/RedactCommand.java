package io.github.memdump.cli.export;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.OutputFile;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.option.RedactionOptions;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.file.Target;
import io.github.memdump.redact.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dump that can be given away. */
@Command(name = "redact", header = {"Writes a dump without its secrets: same graph, no content.", ""}, description = {
    "OUT has the same objects, references, addresses, classes, sizes, generations and line numbers, so that every"
        + " command gives the same figures, except strings and --values, which are about the content.", "",
    "Left out: the values of strings, symbols and numbers; every field not known to be harmless; names and backtraces"
        + " of threads; damaged lines. Of a damaged record is written anew what can be read of it.", "",
    "Files become app/ and a pseudonym, the same for the same file, with their ending. Of files of gems and of Ruby's"
        + " library the part from there on is kept, behind a pseudonym of the folder. --keep-paths keeps all.", "",
    "Names of classes, methods, variables and C types are kept as long as they look like names in a program; any other"
        + " text in their place becomes a pseudonym. --hash-names gives one to each, to each part of Shop::Cart, and"
        + " keeps what Ruby prints around it (#<Class:…>). Names of Ruby itself stay (Thread, Set, WeakRef, dump_all,"
        + " …), as the commands know some of them: cleanup would not find its objects otherwise.", "",
    "Types of records and names of roots that no Ruby writes become pseudonyms, always.", "",
    "What remains still tells how many objects of which size there are and how they hang together, the lengths of"
        + " strings, which gems in which versions, and, unless hashed, what classes and methods are called.", "",
    "Pseudonyms are 12 digits of SHA-256 with a random salt that nobody keeps. To compare two dumps of one process,"
        + " give both the same salt: a long word that is used for nothing else and that you keep to yourself, as"
        + " whoever knows it can test guesses of what a pseudonym stands for. Put it into a file (--salt-file) or into"
        + " the environment variable MEMDUMP_SALT: other users of the machine can read a --salt in the list of"
        + " processes. (A diff goes by addresses and needs no salt; growth, and whatever else counts by class or file,"
        + " does.)", "",
    "JSON: records; values and fields left out; names and files (different ones) replaced; damaged (places), lost (of"
        + " these, what no record could be read of); output.", ""},
    footer = {"", "Examples:", "  memdump redact after.json.gz redacted.json.gz",
        "  memdump redact --hash-names --salt-file salt.txt before.json.gz before-redacted.json.gz",
        "  memdump redact --keep-paths after.json -o redacted.json --json", "",
        "Next: compare both before you give it away: memdump stats redacted.json.gz"})
public final class RedactCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Parameters(index = "1", arity = "0..1", paramLabel = "OUT", description = "The same as -o.")
    private Path argument;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Write to this file, packed if its name ends"
        + " in .gz; - for standard output.")
    private Path output;

    @Mixin
    private RedactionOptions options = new RedactionOptions();

    public RedactCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        Path target = OutputFile.of(output, argument, this::misused);
        if (target == null) {
            throw misused("Where to? Name the file to write: memdump redact DUMP OUT");
        }
        Redaction redaction = options.redaction(session(), limits(), this::misused);
        Target to = target(target).orElseThrow();
        boolean toStandardOutput = to.isStandardOutput();
        DumpInput input = input(dump);
        Redaction.Result result = (strict() ? redaction.strict() : redaction).write(input, to, task());
        warnings().addOf(input.name(), result.issues());
        if (toStandardOutput) {
            session().tell(figures(result));
            return;
        }
        show(Answer.builder().fact("records", result.records()).fact("values", result.values())
            .fact("fields", result.fields()).fact("names", result.names()).fact("files", result.files())
            .fact("damaged", result.issues().total()).fact("lost", result.issues().lost())
            .fact("output", target.toString()).say(target + ": " + figures(result)).build());
    }

    private static String figures(Redaction.Result result) {
        return Figures.count(result.records(), "record") + "; left out: " + Figures.count(result.values(), "value")
            + ", " + Figures.count(result.fields(), "other field") + ", "
            + Figures.count(result.issues().lost(), "damaged line") + "; replaced: "
            + Figures.count(result.names(), "name") + ", " + Figures.count(result.files(), "path");
    }
}
