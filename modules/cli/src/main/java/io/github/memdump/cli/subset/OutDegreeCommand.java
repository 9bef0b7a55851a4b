package io.github.memdump.cli.subset;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.OutDegree;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How many objects each object refers to. */
@Command(name = "out-degree", header = {"Shows how many objects each object refers to, the most first.", ""},
    description = {
        "Collections that grow without end are near the top. References are counted as sets: an array that holds an"
            + " object twice refers to one.", "",
        "With --where only these objects are listed; what they refer to is of the whole heap.", ""},
    footer = {"", "Examples:", "  memdump out-degree after.json.gz",
        "  memdump out-degree after.json.gz --min 100 --where 'type in (HASH, ARRAY)'", "",
        "Next: what one of them holds: memdump subgraph-of DUMP OBJECT --max-depth 1"})
public final class OutDegreeCommand extends SelectingCommand {
    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--min", paramLabel = "N", defaultValue = "0",
        description = "Leave out objects that refer to fewer than N (default: ${DEFAULT-VALUE}).")
    private int min;

    @Mixin
    private Top top;

    /** Makes the command for one run. */
    public OutDegreeCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        Heap heap = loadSelecting(dump);
        IntPredicate chosen = selected(heap)::contains;
        HeapSubset whole = HeapSubset.of(heap);
        int[] ranked = Arrays.stream(OutDegree.ranked(whole, min)).filter(chosen).toArray();
        CountedObjects counted = CountedObjects.ranked(heap, ranked, "out_degree", whole.references()::outDegree);
        return Answer.builder().fact("objects", heap.objectCount())
            .fact("references", whole.references().edgeCount()).fact("listed", counted.size())
            .say(dump + ": " + Figures.count(whole.references().edgeCount(), "reference") + " of "
                + Figures.count(heap.objectCount(), "object") + "; listed: " + Figures.count(counted.size()))
            .table(counted.table("refers to"))
            .next("memdump subgraph-of DUMP OBJECT --max-depth 1", "takes what one of them refers to").build();
    }
}
