package io.github.memdump.cli.report;

import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.RecipeCommand;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any view that Gephi shows, as a file. */
@Command(name = "view", header = {"Writes a view of a heap, the same that Gephi shows, as a graph or a picture.", ""},
    description = {
        "A view is a bounded part of the heap, laid out and coloured. SUBJECT says what it shows:", "",
        "  border      which old objects hold the new ones (BEFORE AFTER)",
        "  growth      what came after the first of three or more dumps and has stayed",
        "  heap        what retains most of the whole heap, cleaned up",
        "  selection   the objects that --about chooses, and their paths from the roots",
        "  subgraph    what these objects lead to, to --depth",
        "  referrers   what refers to these objects, to --depth; any goes to the roots",
        "  paths       several paths from the roots to an object that share nothing",
        "  dominators  the top of the dominator tree",
        "  suspects    what probably leaks, what holds it, what it holds",
        "  classes     which class refers to which",
        "  sites       the same by allocation site", "",
        "Omissions are reported. Each view in Gephi says which command makes it; copy it from there.", ""},
    footer = {"", "Steps (--step, in order, at addresses, identities, or shown objects that a selection chooses):",
        "  expand-references 0x…   expand-referrers 0x…   expand-dominated 0x…   add-paths 0x…",
        "  collapse where type = ARRAY   remove 0x…   isolate 0x…   keep-paths 0x…   set-root 0x…",
        "  group where type = STRING   cleanup   remove-small 3   keep-above 1000", "", "Examples:",
        "  memdump view border before.json.gz after.json.gz -o leak.gephi",
        "  memdump view selection after.json.gz --about Shop::Session -o sessions.png",
        "  memdump view referrers after.json.gz --about Shop::Session --step 'remove-small 3' -o held.gexf", "",
        "Next: open the file, or look around: memdump gephi DUMP"})
public final class ViewCommand extends AnalysingCommand {
    @Parameters(index = "0", paramLabel = "SUBJECT", description = "What to show: ${COMPLETION-CANDIDATES}.",
        completionCandidates = SubjectName.Candidates.class, converter = SubjectName.class)
    private Recipe.Subject subject;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "DUMP", description = "The dump; with earlier dumps of"
        + " the process before it, new objects are told from old ones; plain or gzip.")
    private List<String> dumps;

    @Option(names = "--about", paramLabel = "TEXT", description = "The objects that selection, subgraph, referrers and"
        + " paths are about: an address, a class, a /pattern/ or a selection.")
    private String about = "";

    @Option(names = "--depth", paramLabel = "N", description = "How many references subgraph and referrers go, or any"
        + " (default: 3 for referrers).")
    private String depth = "";

    @Option(names = "--cleanup", description = "Fold arrays, hashes, sets and what Ruby keeps for itself into what"
        + " they join (always done for heap).")
    private boolean cleanup;

    @Option(names = "--no-cleanup", description = "Show a heap as it is.")
    private boolean noCleanup;

    @Option(names = "--class-references", description = "Show classes, and an edge from each object to its class.")
    private boolean classReferences;

    @Option(names = "--nodes", paramLabel = "N", description = "At most N nodes (default: 5000).")
    private int nodes = ViewBudget.DEFAULT.nodes();

    @Option(names = "--edges", paramLabel = "N", description = "At most N edges (default: 20000).")
    private int edges = ViewBudget.DEFAULT.edges();

    @Option(names = "--step", paramLabel = "STEP", description = "What to do to the view then; may be repeated.")
    private List<String> steps = new ArrayList<>();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "The file to write: .gephi, .gexf, .gml,"
        + " .heapsnapshot, .json, .csv (the nodes), .png, .pdf or .svg. Without it only a summary is given.")
    private Path output;

    /** Makes the command for one run. */
    public ViewCommand(Session session) {
        super(session);
    }

    /** Returns the recipe that the options describe. */
    public Recipe recipe() {
        try {
            ViewBudget budget = ViewBudget.of(nodes, edges);
            if (subject.isAboutSomething()) {
                if (about.isBlank()) {
                    throw misused(subject.id() + " needs --about: an address, the name of a class or a selection.");
                }
            } else if (!about.isEmpty()) {
                throw misused(subject.id() + " is about the whole heap: leave --about away.");
            }
            Recipe recipe = subject.isAboutSomething() ? Recipe.about(subject, dumps, about, budget)
                : Recipe.of(subject, dumps, budget);
            recipe = depth.isEmpty() ? recipe : recipe.toDepth(references());
            EnumSet<Recipe.Option> options = EnumSet.noneOf(Recipe.Option.class);
            if (cleanup || recipe.asks(Recipe.Option.CLEANUP) && !noCleanup) {
                options.add(Recipe.Option.CLEANUP);
            }
            if (classReferences) {
                options.add(Recipe.Option.CLASS_REFERENCES);
            }
            recipe = recipe.asking(options).overPlainReferences(isOverPlainReferences());
            for (String step : steps) {
                recipe = recipe.with(Step.parse(step));
            }
            return recipe;
        } catch (IllegalArgumentException wrong) {
            throw misused(wrong.getMessage());
        }
    }

    private int references() {
        if (depth.equals(RecipeCommand.ANY)) {
            return Recipe.ANY_DEPTH;
        }
        if (!depth.matches("[1-9][0-9]{0,8}")) {
            throw misused("--depth is a number from 1, or any, not '" + depth + "'.");
        }
        return Integer.parseInt(depth);
    }

    @Override
    protected void run() throws IOException {
        System.setProperty("java.awt.headless", "true");
        recipe();
        if (output != null && !ViewFile.isKnown(output)) {
            throw misused("'" + output + "' has no known ending; there are " + ViewFile.ENDINGS + ".");
        }
        Optional<ViewFile> file = target(output).map(ViewFile::of);
        View view;
        try {
            Findings findings = findings();
            // The dumps may say that they were made in another order than they were given in.
            view = Views.of(recipe(), findings, task());
        } catch (IllegalArgumentException impossible) {
            throw new IOException(impossible.getMessage(), impossible);
        }
        if (file.isPresent()) {
            file.get().write(view, task());
        }
        tell(view);
    }

    private Findings findings() throws IOException {
        boolean isSuspecting = subject == Recipe.Subject.SUSPECTS && dumps.size() > 1;
        Set<EarlierDump.Detail> details = EnumSet.noneOf(EarlierDump.Detail.class);
        if (isSuspecting) {
            details.add(EarlierDump.Detail.PAST);
        }
        if (dumps.size() > 2) {
            details.add(EarlierDump.Detail.SUMMARY);
        }
        Investigation<Given> found = investigate(dumps, details.toArray(new EarlierDump.Detail[0]));
        dumps = found.dumps().stream().map(Given::name).collect(Collectors.toList());
        Findings findings = found.findings(task());
        doubt(found);
        return isSuspecting ? found.suspecting(findings, task()) : findings;
    }

    private void tell(View view) throws IOException {
        Answer.Builder answer = Answer.builder().fact("title", view.recipe().title())
            .fact("nodes", view.nodes().size()).fact("edges", view.edges().size())
            .list("omissions", view.omissions())
            .fact("command", "memdump " + RecipeCommand.line(RecipeCommand.words(view.recipe())))
            .say(view.recipe().title())
            .detail(Figures.count(view.nodes().size(), "node") + ", " + Figures.count(view.edges().size(), "edge"));
        view.omissions().forEach(answer::detail);
        if (output == null) {
            answer.next("", "write it with -o FILE (" + ViewFile.ENDINGS + ")");
        } else {
            answer.fact("output", output.toString()).say("Written into " + output);
        }
        show(answer.build());
    }
}
