package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.BarrierWords;
import io.github.memdump.answer.content.EstimateWords;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.answer.content.ObjectColumns;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.Ranking;
import io.github.memdump.cli.option.StopAt;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.reach.ReachBudget;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.select.Need;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How much each object keeps alive. */
@Command(name = "keepalive", header = {"Shows how many objects each object keeps alive.", ""}, description = {
    "An object keeps alive what can be reached from it over references, itself included (keepalive_count). All objects"
        + " of the dump are counted and ranked. With --before the new objects are, by how many new ones they reach"
        + " without leaving the new ones (keepalive_new_count).", "",
    "Most objects soon come to a class and from there to most of the heap; --stop-at class,module,iclass,imemo tells"
        + " them apart.", "",
    "Counts are exact, in about the time it takes to read the dump. On a heap of an unusual structure, what would take"
        + " much longer is estimated: marked ~, keepalive_estimated 1 in JSON, and a warning says how good it is.", ""},
    footer = {"", "Examples:", "  memdump keepalive --stop-at class,module,iclass,imemo after.json.gz",
        "  memdump keepalive --before before.json.gz --top 20 after.json.gz",
        "  memdump keepalive --where 'class =~ /^Shop::/' after.json.gz",
        "  memdump keepalive --json after.json.gz > keepalive.json", "",
        "Next: what would be freed with an object, and not only be reached from it: memdump dominators DUMP"})
public final class KeepAliveCommand extends SelectingCommand {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Mixin
    private Top top;

    @Option(names = "--estimate",
        description = "Estimate at once whatever does not follow from one pass over the heap.")
    private boolean estimate;

    @Option(names = "--exact", description = "Estimate nothing, however long it takes.")
    private boolean exact;

    @Mixin
    private StopAt stopAt;

    public KeepAliveCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        if (estimate && exact) {
            throw misused("--estimate and --exact exclude each other: give one of them.");
        }
        keepStreams();
        Heap heap = loadSelecting(dump);
        Findings findings = findings(heap, isComparing() ? EnumSet.of(Need.DIFF, Need.KEEPALIVE, Need.KEEPALIVE_NEW)
            : EnumSet.of(Need.KEEPALIVE), Findings.of(heap).stoppingAt(stopAt.stops()).within(budget()));
        EstimateWords.warnings(findings).forEach(warnings()::add);
        Column ranked = isComparing() ? Column.KEEPALIVE_NEW_COUNT : Column.KEEPALIVE_COUNT;
        NodeSet objects = selected(findings);
        objects = findings.diff().map(HeapDiff::newObjects).map(objects::and).orElse(objects);
        int[] rows = Ranking.byNumber(heap, objects.toArray(), o -> findings.number(ranked, o), task());
        Answer.Builder answer = Answer.builder().fact("objects", heap.objectCount())
            .say(heap.facts().dumpName() + ": " + Figures.count(rows.length, isComparing() ? "new object" : "object"));
        findings.diff().ifPresent(diff -> answer.fact("new_objects", diff.newObjects().size()));
        BarrierWords.say(answer, findings.stops());
        EstimateWords.add(answer, findings);
        int[] shown = Arrays.copyOf(rows, Math.min(rows.length, top.orElse(json() ? rows.length : SHOWN)));
        return answer.table(table(findings, rows, held(heap, dump, shown)))
            .next("memdump dominators DUMP", "shows what would be freed with an object").build();
    }

    private ReachBudget budget() {
        return estimate ? ReachBudget.LINEAR : exact ? ReachBudget.UNLIMITED : ReachBudget.USUAL;
    }

    private static AnswerTable<Integer> table(Findings findings, int[] rows, HeldObjects held) {
        AnswerTable.Builder<Integer> table = AnswerTable.ofObjects("rows", rows).showing(SHOWN)
            .columns(ObjectColumns.of(findings, List.of(Column.OBJECT, Column.TYPE, Column.CLASS, Column.NAME,
                Column.MEMSIZE, Column.GENERATION, Column.KEEPALIVE_COUNT)));
        if (findings.keepAliveNew().isPresent()) {
            table.column(ObjectColumns.of(findings, Column.KEEPALIVE_NEW_COUNT))
                .column(count(findings, findings.keepAliveNew(), Column.KEEPALIVE_NEW_COUNT).titled("keepalive_new"));
        }
        return table.column(ObjectColumns.of(findings, Column.KEEPALIVE_ESTIMATED))
            .column(count(findings, findings.keepAlive(), Column.KEEPALIVE_COUNT).titled("keepalive"))
            .columns(ObjectColumns.titled(findings, Map.of(), Column.MEMSIZE, Column.TYPE, Column.CLASS, Column.NAME,
                Column.OBJECT)).columns(NameWords.columns(held, findings.heap(), object -> object)).build();
    }

    /** Returns a column for people in which estimates are marked. */
    private static TableColumn<Integer> count(Findings findings, Optional<KeepAlive> counts, Column column) {
        KeepAlive found = counts.orElseThrow();
        return TableColumn.text(CellKind.COUNT, null, object -> (found.isEstimate(object) ? "~" : "")
            + Figures.count(findings.number(column, object)));
    }
}
