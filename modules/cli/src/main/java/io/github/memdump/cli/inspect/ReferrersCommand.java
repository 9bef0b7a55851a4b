package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.merge.MergedReferrers;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.BarrierWords;
import io.github.memdump.answer.content.MergedAnswer;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.cli.option.PathConstraint;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who refers to an object or to a class of objects. */
@Command(name = "referrers", header = {"Shows who refers to objects, merged by class.", ""}, description = {
    "Under the chosen objects stand those that refer to them, in groups by class (roots, classes and modules each by"
        + " name); under each group, those that refer to it; and so on.", "",
    "Each object is shown only where it is nearest to the chosen ones, so that cycles end. References among the chosen"
        + " objects themselves are left out.", ""},
    footer = {"", "Examples:", "  memdump referrers after.json.gz 0x7ffff4188200",
        "  memdump referrers after.json.gz --where 'class = \"Shop::Session\"' --depth 6", "",
        "Next: the ways from the roots to one of them: memdump paths DUMP ADDRESS"})
public final class ReferrersCommand extends SelectingCommand {
    private static final int SHOWN = 60;
    private static final int DEEPEST = 1_000;

    @Parameters(arity = "1..2", paramLabel = "DUMP|ADDRESS", description = "The dump (plain or gzip; - for standard"
        + " input), and the object: an address, an identity or the name of a root, in either order.")
    private List<String> words;

    @Option(names = "--depth", paramLabel = "N", defaultValue = "4", description = "How many steps to go back, 1 to"
        + " 1000 (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Mixin
    private Top top;

    @Mixin
    private PathConstraint constraint;

    public ReferrersCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        DumpAndObject asked = DumpAndObject.of(words);
        if (asked.dump().isEmpty() || asked.object().isEmpty() != isSelecting()) {
            throw misused("Name a dump and either an object by its address or many with --where.");
        }
        if (depth < 1 || depth > DEEPEST) {
            throw misused("'" + depth + "' steps cannot be gone back: --depth takes 1 to " + DEEPEST + ".");
        }
        constraint.read(this::misused);
        keepStreams();
        Heap heap = loadSelecting(asked.dump());
        NodeSet chosen = isSelecting() ? selected(heap) : NodeSet.of(heap.objectCount(), asked.find(heap));
        Walk back = Walk.over(heap.referrers());
        if (constraint.isAsked()) {
            back = back.stoppingAt(constraint.passable(heap, task()).or(chosen).complement());
        }
        Answer.Builder answer = Answer.builder();
        BarrierWords.list(answer, constraint.stops());
        MergedReferrers referrers = MergedReferrers.of(heap, back, chosen, depth, task());
        ReferenceNames names = names(heap, IntStream.range(1, referrers.size()).map(referrers::example).toArray(),
            IntStream.range(1, referrers.size()).map(referrers::heldExample).toArray());
        return answer.add(new MergedAnswer(heap, top.orElse(json() ? Integer.MAX_VALUE : SHOWN), names)
            .referrers(referrers)).build();
    }
}
