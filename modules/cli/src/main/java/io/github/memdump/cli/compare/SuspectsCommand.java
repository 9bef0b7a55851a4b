package io.github.memdump.cli.compare;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.reason.Reasons;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.DoubtWords;
import io.github.memdump.answer.suspect.SuspectsAnswer;
import io.github.memdump.answer.suspect.ReasonWords;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.Source;
import io.github.memdump.heap.Heap;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.source.SourceLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Few objects that retain much. */
@Command(name = "suspects", header = {"Names what probably leaks: few objects that retain much.", ""}, description = {
    "Looks for places where memory gathers, as Eclipse MAT does, and tells for each what gathers there, how much, what"
        + " holds it in Ruby's terms (constant, global, closure, thread…), and where it was allocated.", "",
    "With an earlier dump only what is new counts, and the suspects that grew most come first; this tells far more than"
        + " one dump. With three dumps or more growth is the smallest step from one to the next: what a"
        + " cache adds until it is full is none. Classes, code, symbols, frozen strings, the allocation tracer and the"
        + " main thread's stack are Ruby's own, and are neither counted nor suspected.", "",
    "Where several holders share what gathers, so that none of them retains it, they are all named: it takes every one"
        + " of them to let go.", ""},
    footer = {"", "Examples:", "  memdump suspects after.json.gz before.json.gz",
        "  memdump suspects --min-share 20 after.json.gz",
        "  memdump suspects --why 1 after.json.gz before.json.gz", "",
        "Next: look at it in a graph: memdump gephi BEFORE AFTER; or at groups: memdump consumers DUMP"})
public final class SuspectsCommand extends AnalysingCommand {
    private static final int SHOWN = 10;

    @Parameters(index = "0", paramLabel = "DUMP", description = "The dump, the later one of two; plain or gzip; - for"
        + " standard input.")
    private String dump;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "BEFORE", description = "An earlier dump of the process,"
        + " or several. Three dumps or more may be given in any order; where they do not tell it, because tracing was"
        + " off, the earliest comes first.")
    private List<String> others = new ArrayList<>();

    @Option(names = "--min-share", paramLabel = "PERCENT", description = "The least share of the program's objects, or"
        + " of their bytes, that makes a suspect (default: 5, with BEFORE 2).")
    private Double minShare;

    @Mixin
    private Top top;

    @Mixin
    private Why why;

    @Mixin
    private Source source;

    /** Makes the command for one run. */
    public SuspectsCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        SuspectOptions options = options();
        SourceLines lines = source.lines(this::misused);
        keepStreams();
        Investigation<Given> dumps = investigate(inOrder(), EarlierDump.Detail.PAST);
        HeapDiff diff = others.isEmpty() ? null : others.size() == 1 ? compared(dumps) : dumps.diff(task());
        if (others.size() > 1) {
            DoubtWords.ofWhatIsCompared(dumps).forEach(warnings()::add);
        }
        return said(dumps.heap(), dumps.latest().name(), diff,
            dumps.suspects(Retained.of(dumps.heap(), task()), options, task()), options, lines);
    }

    /** Returns the dumps as they come if they themselves do not tell: of two the later one was given first. */
    private List<String> inOrder() {
        List<String> names = new ArrayList<>(others);
        names.add(others.size() == 1 ? 1 : 0, dump);
        if (names.size() > 2) {
            requireEachOnce(names);
        }
        return names;
    }

    private SuspectOptions options() {
        SuspectOptions options = others.isEmpty() ? SuspectOptions.OF_ONE_DUMP : SuspectOptions.OF_GROWTH;
        if (minShare == null) {
            return options;
        }
        if (!(minShare > 0 && minShare <= 100)) {
            throw misused("--min-share is a percentage above 0 and at most 100, not " + minShare + ".");
        }
        return options.withMinShare(minShare / 100);
    }

    private Answer said(Heap heap, String name, HeapDiff diff, Suspects suspects, SuspectOptions options,
        SourceLines lines) throws IOException {
        if (why.isOfOne() && why.number() > suspects.list().size()) {
            throw new IOException("There is no suspect " + why.number() + ": "
                + (suspects.list().isEmpty() ? "nothing is suspected" : "the last is "
                + suspects.list().size()) + ".");
        }
        Answer.Builder answer = Answer.builder().say(heap.facts().dumpName() + ": "
            + Figures.count(suspects.total().count(), diff == null ? "object" : "new object") + " of the program ("
            + Figures.bytes(suspects.total().size()) + ") held"
            + (diff == null ? "" : ", since " + diff.before().dumpName()) + "; "
            + Figures.count(suspects.list().size(), "suspect"));
        if (suspects.list().isEmpty()) {
            answer.say(diff != null && diff.isSame() ? "The two dumps are the same: nothing grew."
                : diff != null && minShare == null ? "Nothing grew: " + Figures.count(diff.newOfProgram().size(),
                    "new object") + ", " + Figures.count(diff.goneObjects()) + " went"
                : "No place holds as much as --min-share asks for. Ask for less, or see who retains most:"
                    + " memdump consumers DUMP");
        }
        int[] onPaths = suspects.onPaths();
        SuspectsAnswer words = new SuspectsAnswer(heap, diff != null, names(heap, name, onPaths, onPaths))
            .beside(lines).explaining(new ReasonWords(new Reasons(suspects, options, Optional.ofNullable(diff)),
                suspects, diff != null), why::isAskedOf);
        answer.add(words.of(suspects, top.orElse(Integer.MAX_VALUE), top.orElse(SHOWN)));
        if (!suspects.list().isEmpty() && diff == null) {
            answer.next("", "take a later dump of this process and see what grows: memdump suspects LATER DUMP");
        } else if (!suspects.list().isEmpty()) {
            answer.next("memdump gephi BEFORE AFTER", "shows the paths that hold them");
        }
        return answer.build();
    }
}
