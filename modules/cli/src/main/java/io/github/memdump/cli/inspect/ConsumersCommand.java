package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Consumers;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Retained;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.HistogramTable;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.By;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.HeldObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What groups of objects retain. */
@Command(name = "consumers", header = {"Shows which classes, allocation sites or generations retain most.", ""},
    description = {
        "Per group the number of objects, their own bytes, and what they retain. Members that another member of the"
            + " group dominates do not count again, so a tree of nodes of one class counts once.", "",
        "  memsize        the objects' own bytes",
        "  retained_size  what single members hold: the bytes freed with each, added up",
        "  freed_size     with --exact: what would be freed if all members went at once, also what only several of"
            + " them hold together; one walk over the heap per group shown", ""},
    footer = {"", "Examples:", "  memdump consumers --by site --top 20 after.json.gz",
        "  memdump consumers --by class --exact --json after.json.gz",
        "  memdump consumers --before before.json.gz after.json.gz", "",
        "Next: which objects of a group hold most, and why they live: memdump suspects DUMP"})
public final class ConsumersCommand extends AnalysingCommand {
    private static final int SHOWN = 30;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--before", paramLabel = "BEFORE", description = "An earlier dump of the same process: tells for"
        + " each group the bytes of its new objects, and by how many bytes old ones became larger.")
    private String before;

    @Mixin
    private By by;

    @Mixin
    private Top top;

    @Option(names = "--exact", description = "Also find what would be freed if all objects of a group"
        + " went; JSON then has " + SHOWN + " groups too unless --top asks for others.")
    private boolean exact;

    public ConsumersCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        keepStreams();
        Optional<HeapDiff> diff = before == null ? Optional.empty()
            : Optional.of(compared(investigate(List.of(before, dump))));
        Heap heap = diff.isPresent() ? diff.get().after() : load(dump);
        Retained retained = Retained.of(heap, task());
        Consumers consumers = Consumers.of(heap, retained, by.grouping(), task());
        int most = top.orElse(json() && !exact ? Integer.MAX_VALUE : SHOWN);
        List<Consumers.Row> rows = consumers.rows().subList(0, Math.min(most, consumers.rows().size()));
        List<Consumers.Freed> freed = new ArrayList<>();
        for (Consumers.Row row : exact ? rows : List.<Consumers.Row>of()) {
            freed.add(consumers.freedWithout(row, task()));
        }
        HeldObjects held = held(heap, dump, rows.stream().limit(top.orElse(json() ? rows.size() : SHOWN))
            .mapToInt(Consumers.Row::largest).filter(object -> object >= 0).toArray());
        Answer.Builder answer = Answer.builder()
            .say(heap.facts().dumpName() + ": " + Figures.count(heap.objectCount(), "object") + ", "
                + Figures.bytes(heap.facts().memsize()) + "; "
                + Figures.count(retained.dominators().reachableCount()) + " reachable from the roots")
            .fact("objects", heap.objectCount()).fact("reachable", retained.dominators().reachableCount())
            .fact("memsize", heap.facts().memsize()).fact("by", by.id())
            .table(table(rows, freed, consumers.rows().size(), diff, held, heap))
            .next("memdump suspects DUMP", "shows where it gathers and what holds it");
        return answer.build();
    }

    private AnswerTable<Integer> table(List<Consumers.Row> rows, List<Consumers.Freed> freed, int all,
            Optional<HeapDiff> diff, HeldObjects held, Heap heap) {
        Map<String, Long> come = diff.map(pair -> sizes(Histogram.of(pair.after(), by.grouping(),
            pair.newOfProgram()))).orElse(Map.of());
        Map<String, Long> grown = diff.map(pair -> sizes(Histogram.ofGrowth(pair, by.grouping()))).orElse(Map.of());
        AnswerTable.Builder<Integer> table = AnswerTable.<Integer>of("rows", rows.size(), row -> row).firstOf(all)
            .showing(SHOWN)
            .column(TableColumn.<Integer>bytes("retained_size", row -> rows.get(row).retainedSize())
                .titled("retained_size"))
            .column(TableColumn.<Integer>count("retained_count", row -> rows.get(row).retainedCount())
                .titled("retained"))
            .column(TableColumn.<Integer>bytes("memsize", row -> rows.get(row).memsize()).titled("bytes"))
            .column(TableColumn.<Integer>count("count", row -> rows.get(row).count()).titled("objects"));
        if (diff.isPresent()) {
            table.column(TableColumn.<Integer>bytes("new_memsize", row -> come.getOrDefault(rows.get(row).key(), 0L))
                .titled("new"))
                .column(TableColumn.<Integer>bytes("grown_memsize",
                    row -> grown.getOrDefault(rows.get(row).key(), 0L)).titled("old grew by"));
        }
        if (exact) {
            table.column(TableColumn.<Integer>bytes("freed_size", row -> freed.get(row).size()).titled("freed_size"))
                .column(TableColumn.<Integer>count("freed_count", row -> freed.get(row).count()).titled("freed"));
        }
        ToIntFunction<Integer> largest = row -> rows.get(row).largest();
        return table.column(HistogramTable.key(by.grouping(), row -> rows.get(row).key()))
            .column(TableColumn.<Integer>text(CellKind.OBJECT, "largest", row -> largest.applyAsInt(row) < 0 ? ""
                : heap.identity(largest.applyAsInt(row))).titled("largest"))
            .columns(NameWords.columns(held, heap, largest)).build();
    }

    private static Map<String, Long> sizes(Histogram histogram) {
        return histogram.rows().stream().collect(Collectors.toMap(Histogram.Row::key, Histogram.Row::memsize));
    }
}
