package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.analysis.Retained;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.BarrierWords;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.answer.content.ObjectColumns;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.Ranking;
import io.github.memdump.cli.option.StopAt;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.select.Need;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What would be freed with each object. */
@Command(name = "dominators", header = {"Shows which objects retain most.", ""}, description = {
    "An object retains itself and everything that would be freed with it, because"
        + " every path from the roots to it leads through the object. The dominator of an object is the nearest such"
        + " object above it; ALL_ROOTS stands above all ROOT objects.", "",
    "Use it on a single dump to see where the memory hangs. Objects that no root reaches are retained by nothing and"
        + " are only counted.", ""},
    footer = {"", "Examples:", "  memdump dominators --top 20 after.json.gz",
        "  memdump dominators --where 'class =~ /Shop/ and retained_size > 1m' after.json.gz",
        "  memdump dominators --json after.json.gz > dominators.json",
        "  memdump dominators --stop-at class,module after.json.gz", "",
        "Next: all figures of all objects: memdump table DUMP --columns object,class,retained_size,dominator"})
public final class DominatorsCommand extends SelectingCommand {
    private static final int SHOWN = 60;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.TYPE, Column.CLASS, Column.NAME,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.DOMINATOR);

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Mixin
    private Top top;

    @Mixin
    private StopAt stopAt;

    public DominatorsCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        keepStreams();
        Heap heap = loadSelecting(dump);
        Findings findings = findings(heap, Set.of(Need.RETAINED), stopAt.stops());
        NodeSet selected = selected(findings);
        Retained retained = findings.retained().orElseThrow();
        NodeSet reachable = NodeSet.where(heap.objectCount(), retained::isReachable);
        int[] candidates = reachable.and(selected).toArray();
        int[] rows = Ranking.topByNumber(heap, candidates, retained::size,
            top.orElse(json() ? Integer.MAX_VALUE : SHOWN), task());
        Answer.Builder answer = Answer.builder()
            .say(heap.facts().dumpName() + ": " + Figures.count(reachable.size(), "object")
                + " reachable from the roots, " + Figures.count(heap.objectCount() - reachable.size()) + " not")
            .fact("reachable", reachable.size()).fact("unreachable", heap.objectCount() - reachable.size())
            .factIf(isSelecting(), "selected", selected.size())
            .detailIf(isSelecting(), "selected: " + Figures.count(candidates.length, "object")
                + " of those reachable");
        BarrierWords.say(answer, findings.stops());
        int[] holders = Arrays.stream(rows).map(object -> holder(findings, object)).toArray();
        answer.table(table(findings, rows, candidates.length, names(heap, holders, rows)));
        if (reachable.isEmpty()) {
            return answer.say("Nothing is retained, because no root reaches anything.").build();
        }
        own(heap, rows).ifPresent(answer::say);
        return answer.next("memdump border BEFORE AFTER", "shows what of it is new").build();
    }

    /** Returns the dominator of an object if it refers to the object itself. */
    private static int holder(Findings findings, int object) {
        int dominator = findings.retained().orElseThrow().dominators().dominator(object);
        return dominator >= 0 && findings.heap().references().hasEdge(dominator, object) ? dominator : Heap.NO_OBJECT;
    }

    private static AnswerTable<Integer> table(Findings findings, int[] rows, int ranked, ReferenceNames via) {
        AnswerTable.Builder<Integer> table = AnswerTable.ofObjects("rows", rows).firstOf(ranked).showing(SHOWN);
        // People look for the size, machines for the object.
        table.columns(ObjectColumns.of(findings, COLUMNS));
        return table.columns(ObjectColumns.titled(findings, Map.of(Column.RETAINED_COUNT, "objects"),
            Column.RETAINED_SIZE, Column.RETAINED_COUNT, Column.TYPE, Column.CLASS, Column.NAME, Column.OBJECT,
            Column.DOMINATOR))
            .columns(NameWords.columns(via, object -> holder(findings, object), object -> object)).build();
    }

    private static Optional<String> own(Heap heap, int[] rows) {
        OwnObjects own = OwnObjects.of(heap);
        String made = Arrays.stream(rows).filter(own::contains)
            .mapToObj(object -> heap.identity(object) + " (" + own.kind(object).orElseThrow().word() + ")")
            .collect(Collectors.joining(" "));
        return made.isEmpty() ? Optional.empty()
            : Optional.of("Made by tracing and dumping itself, no leak: " + made + ".");
    }
}
