package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.process.DumpMemoryAnswer;
import io.github.memdump.budget.Measured;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.ExitCodes;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.Source;
import io.github.memdump.cli.report.ci.GitHubActions;
import io.github.memdump.cli.report.ci.ReportDocument;
import io.github.memdump.cli.report.ci.SuspectEntry;
import io.github.memdump.cli.report.story.BudgetWords;
import io.github.memdump.file.OutputFolder;
import io.github.memdump.file.OverwriteException;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.names.ProcessNames;
import io.github.memdump.source.EditorAddress;
import io.github.memdump.source.SourceLines;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ViewBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job in one go: what is new, on what it hangs, as a page, a picture, a Gephi project and a table. */
@Command(name = "report", description = {
    "Writes what came between two dumps, and what holds it, as a page with a picture.", "",
    "The page begins with the suspects: what probably leaks, each with how many more there are, a path from a root,"
        + " and where it was allocated. In the directory there is then:", "",
    "  report.html            all of it on one page, with the picture; opens anywhere, needs nothing else",
    "  report.json            the same for machines: suspects, holders, border, classes, budgets",
    "  leak.png, leak.pdf     the picture: paths from the roots, old holders, new objects",
    "  leak.gephi, leak.gexf  the same graph for Gephi and other programs",
    "  border.csv             every new object that an old one holds", "",
    "With one dump: what it consists of and what retains most (no border.csv). With three dumps or more, in the order"
        + " in which they were made: the last against the first, and how each class grew from dump to dump.", "",
    "Where the program's source can be read, the lines that allocated stand in it (--source, --no-source).", "",
    "The same dumps, and source, give the same report.html and report.json, byte for byte, and no value of a string is"
        + " in any of the files.", ""},
    footer = {"", "Files of an earlier report in the directory are replaced, others are left alone.", "", "Examples:",
        "  memdump report before.json.gz after.json.gz -o out",
        "  memdump report before.json.gz after.json.gz -o out --nodes 5000",
        "  memdump report after.json.gz -o out",
        "  memdump report 1.json.gz 2.json.gz 3.json.gz -o out",
        "  memdump report before.json.gz after.json.gz -o out --fail-if 'retained_size(new) > 50M'",
        "  memdump report before.json.gz after.json.gz -o out --fail-if 'new_count > 10000'", "",
        "Next: open report.html, or look around in the graph: memdump gephi BEFORE AFTER"},
    exitCodeList = {ExitCodes.OK, ExitCodes.FAILED, ExitCodes.MISUSED, ExitCodes.BROKEN})
public final class ReportCommand extends AnalysingCommand {
    private static final int CODE_BROKEN = 3;

    @Parameters(arity = "1..*", paramLabel = "DUMP", description = "BEFORE and AFTER, two dumps of one process; or one"
        + " dump; or three and more in the order in which they were made; plain or gzip; - for standard input (at most"
        + " one of them).")
    private List<String> dumps;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true,
        description = "The directory to write into; it is made if it does not exist.")
    private Path directory;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "" + ReportOptions.NODES,
        description = "At most N objects in the picture and the graph (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--edges", paramLabel = "N", defaultValue = "" + ReportOptions.EDGES,
        description = "At most N references between them (default: ${DEFAULT-VALUE}).")
    private int edges;

    @Option(names = "--top", paramLabel = "N", converter = Top.RowCount.class,
        description = "At most N rows in each table of the page, or all (default: " + ReportOptions.TOP + ").")
    private Integer top;

    @Option(names = "--all", description = "Every row of border and classes in report.json, which have "
        + ReportOptions.ROWS + " each at most otherwise.")
    private boolean isWhole;

    @Mixin
    private Source source;

    @Option(names = "--editor", paramLabel = "ADDRESS", defaultValue = "", description = "Let lines of source in"
        + " report.html open in your editor: an address with {file} and {line} in it, such as"
        + " 'vscode://file{file}:{line}'. Files that are not here get no link.")
    private String editor;

    @Mixin
    private FailIf failIf;

    @Option(names = "--baseline", paramLabel = "REPORT.JSON", description = "End with exit code 3, once the report is"
        + " written, if a suspect is in it that this earlier report does not have: another class, or held elsewhere.")
    private Path baseline;

    private boolean isBroken;

    /** Makes the command for one run. */
    public ReportCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        if (nodes < 1 || edges < 1) {
            throw misused("--nodes and --edges must be 1 or more.");
        }
        requireDumps();
        SourceLines lines = source.lines(this::misused);
        EditorAddress address = address();
        failIf.check(dumps.size() > 1);
        ReportDocument earlier = baseline == null ? null : ReportDocument.read(baseline);
        // Pictures are drawn in memory; a display that happens to be there is of no use.
        System.setProperty("java.awt.headless", "true");
        // Whether a report can be written there is worth knowing before minutes of work.
        try (OutputFolder folder = folder()) {
            Evidence evidence = evidence().beside(lines, address);
            List<Measured> budgets = failIf.measured(evidence.findings(), warnings(), task());
            Report report = report(evidence.judged(budgets, warnings().sentences()));
            report.write(folder, task());
            folder.commit();
            tell(report);
            tellBroken(budgets, newSince(earlier, report.document(), budgets));
        }
    }

    private EditorAddress address() {
        try {
            return EditorAddress.parse(editor);
        } catch (IllegalArgumentException wrong) {
            throw misused("--editor: '" + editor + "' is no address of a file, such as vscode://file{file}:{line}.");
        }
    }

    private OutputFolder folder() throws IOException {
        try {
            return OutputFolder.at(directory, inputs(), Report.files(dumps.size()));
        } catch (OverwriteException lost) {
            throw misused(lost.getMessage());
        }
    }

    private void requireDumps() {
        if (dumps.size() > Growth.MOST_DUMPS) {
            throw misused("A report compares " + Growth.MOST_DUMPS + " dumps at most, not " + dumps.size() + ".");
        }
        if (dumps.size() > 2) {
            requireEachOnce(dumps);
        }
    }

    private Evidence evidence() throws IOException {
        Investigation<Given> found = investigate(dumps, EarlierDump.Detail.values());
        dumps = found.dumps().stream().map(Given::name).collect(Collectors.toList());
        Findings findings = found.suspecting(found.findings(task()), task());
        doubt(found);
        Evidence evidence = Evidence.of(findings, DumpMemoryAnswer.of(findings.heap(),
            ProcessNames.of(findings.heap(), task()),
            found.earlier().stream().findFirst().flatMap(EarlierDump::memory), task()));
        return dumps.size() == 1 ? evidence
            : evidence.since(found.earlier().stream().map(EarlierDump::facts).collect(Collectors.toList()),
                found.earlier().get(0).classes().orElseThrow());
    }

    private Report report(Evidence evidence) {
        List<String> switches = new ArrayList<>();
        failIf.texts().forEach(budget -> switches.addAll(List.of("--fail-if", budget)));
        if (baseline != null) {
            switches.addAll(List.of("--baseline", baseline.toString()));
        }
        if (!editor.isBlank()) {
            switches.addAll(List.of("--editor", editor));
        }
        if (strict()) {
            switches.add("--strict");
        }
        if (isOverPlainReferences()) {
            switches.add("--plain-references");
        }
        ReportOptions options = new ReportOptions(dumps, ViewBudget.of(nodes, edges),
            (top == null ? ReportOptions.TOP : top), isWhole, switches);
        return dumps.size() == 1 ? HeapReport.of(evidence, options, task())
            : LeakReport.of(evidence, options, task());
    }

    private List<SuspectEntry> newSince(ReportDocument earlier, ReportDocument document, List<Measured> budgets)
            throws IOException {
        List<SuspectEntry> fresh = earlier == null ? null : document.newSince(earlier);
        new GitHubActions(session(), document, fresh, budgets).say();
        return fresh == null ? List.of() : fresh;
    }

    /** Says on standard error which budgets are broken and which suspects are new, and where to look. */
    private void tellBroken(List<Measured> budgets, List<SuspectEntry> fresh) {
        for (SuspectEntry suspect : fresh) {
            isBroken = true;
            session().tell("new since " + baseline + ": suspect " + suspect.number() + ", " + suspect.what() + ", "
                + Figures.bytes(suspect.size()) + ", held by " + suspect.place());
        }
        for (Measured measured : budgets) {
            if (measured.isBroken()) {
                isBroken = true;
                session().tell("budget broken: " + BudgetWords.sentence(measured));
            }
        }
        if (isBroken) {
            session().tell("what it is made of, and what holds it: " + directory.resolve(Report.PAGE));
        }
    }

    @Override
    protected int exitCode() {
        return isBroken ? CODE_BROKEN : super.exitCode();
    }

    private void tell(Report report) throws IOException {
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                report.writeTo(json);
                json.writeStringField("directory", directory.toString());
                json.writeEndObject();
            }
        } else {
            session().print(plain(report.summary(directory)));
        }
    }

    private static String plain(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(Printable.of(line)).append('\n');
        }
        return text.toString();
    }
}
