package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.merge.MergedReferrers;
import io.github.memdump.answer.Answer;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import java.io.IOException;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who refers to an object or to a class of objects. */
@Command(name = "referrers", header = {"Shows who refers to objects, merged by class.", ""}, description = {
    "Under the chosen objects stand those that refer to them, in groups by class (roots, classes and modules each by"
        + " name); under each group, those that refer to it; and so on.", "",
    "Each object is shown only where it is nearest to the chosen ones, so that cycles end. References among the chosen"
        + " objects themselves are left out.", ""},
    footer = {"", "Examples:", "  memdump referrers after.json.gz 0x7ffff4188200",
        "  memdump referrers after.json.gz --where 'class = \"Shop::Session\"' --depth 6", "",
        "Next: the ways from the roots to one of them: memdump paths DUMP ADDRESS"})
public final class ReferrersCommand extends HoldersCommand {
    private static final int DEEPEST = 1_000;

    @Option(names = "--depth", paramLabel = "N", defaultValue = "4", description = "How many steps to go back, 1 to"
        + " 1000 (default: ${DEFAULT-VALUE}).")
    private int depth;

    public ReferrersCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if (depth < 1 || depth > DEEPEST) {
            throw misused("'" + depth + "' steps cannot be gone back: --depth takes 1 to " + DEEPEST + ".");
        }
    }

    @Override
    Answer of(Heap heap, DumpAndObject asked) throws IOException {
        NodeSet chosen = isSelecting() ? selected(heap) : NodeSet.of(heap.objectCount(), asked.find(heap));
        Walk back = Walk.over(heap.referrers());
        if (constraint().isAsked()) {
            back = back.stoppingAt(constraint().passable(heap, task()).or(chosen).complement());
        }
        MergedReferrers referrers = MergedReferrers.of(heap, back, chosen, depth, task());
        ReferenceNames names = names(heap, IntStream.range(1, referrers.size()).map(referrers::example).toArray(),
            IntStream.range(1, referrers.size()).map(referrers::heldExample).toArray());
        return merged(heap, names).referrers(referrers);
    }
}
