package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.HistogramTable;
import io.github.memdump.answer.content.LoadAnswer;
import io.github.memdump.array.Saturating;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.By;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.LoadFacts;
import io.github.memdump.heap.Slots;
import io.github.memdump.index.Overview;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Counts and bytes of one dump. */
@Command(name = "stats", header = {"Counts the objects of a dump and their bytes.", ""}, description = {
    "By class, kind, type, gem, allocating file, allocation site (file:line) or generation.", "",
    "Use it first: it shows what the heap consists of, whether the dump is whole, and whether allocation tracing was"
        + " on (objects then carry file, line and generation).", "",
    "With --where only these objects are counted in the rows; what is said of the dump is of all of it.", ""},
    footer = {"", "Examples:", "  memdump stats --by file --top 10 after.json.gz",
        "  memdump stats --by gem after.json.gz",
        "  memdump stats --where 'class =~ /Session/ and memsize > 1k' after.json.gz", "",
        "Next: take a second dump later and see what is new: memdump diff BEFORE AFTER"})
public final class StatsCommand extends SelectingCommand {
    private static final int SHOWN = 30;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Mixin
    private By by;

    @Mixin
    private Top top;

    public StatsCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        if (!isSelecting() && !isComparing()) {
            Overview whole = overview(dump, by.grouping());
            return begin(whole.facts()).add(counted(whole.histogram())).build();
        }
        Heap heap = loadSelecting(dump);
        NodeSet objects = selected(heap);
        Histogram histogram = Histogram.of(heap, by.grouping(), objects);
        Answer.Builder answer = begin(heap.facts());
        answer.detailIf(isSelecting(), "selected: " + Figures.count(objects.size(), "object") + ", "
            + Figures.bytes(histogram.rows().stream().mapToLong(Histogram.Row::memsize).reduce(0, Saturating::sum)));
        return answer.factIf(isSelecting(), "selected", objects.size()).add(counted(histogram)).build();
    }

    private static Answer.Builder begin(LoadFacts facts) {
        Answer.Builder answer = LoadAnswer.begin(facts);
        answer.detailIf(facts.slots().total() > 0, "beside them " + slots(facts.slots()));
        answer.detailIf(facts.withoutMemsize() > 0, Figures.count(facts.withoutMemsize(), "record")
            + (facts.withoutMemsize() == 1 ? " carries" : " carry") + " no memsize, as with Ruby 2.1: at "
            + LoadFacts.SLOT_BYTES + " B a slot the objects take " + Figures.bytes(facts.leastMemsize())
            + " at least");
        return answer;
    }

    private Answer counted(Histogram histogram) {
        return Answer.builder().fact("by", by.id())
            .table(HistogramTable.of(histogram.rows(), by.grouping(), SHOWN))
            .next("memdump diff BEFORE AFTER", "shows what is new between two dumps of this process").build();
    }

    private static String slots(Slots slots) {
        List<String> counts = new ArrayList<>();
        for (String type : Slots.TYPES) {
            if (slots.count(type) > 0) {
                counts.add(Figures.count(slots.count(type)) + " " + type);
            }
        }
        return Figures.count(slots.total(), "free slot") + ", which are no objects: " + String.join(", ", counts);
    }
}
