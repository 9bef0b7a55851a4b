package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.merge.MergedPaths;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.BarrierWords;
import io.github.memdump.answer.content.MergedAnswer;
import io.github.memdump.answer.content.PathsAnswer;
import io.github.memdump.array.IntList;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.cli.option.PathConstraint;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.names.ReferenceNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why an object, or a class of objects, is still there. */
@Command(name = "paths", header = {"Shows the paths from the roots that keep objects alive.", ""}, description = {
    "Of one object: several paths that share no object on their way, the shortest first. Cutting one of them is of no"
        + " use while another holds. If there are no more than are shown, the objects are named through which every"
        + " path goes, as many as there are paths: what holds the object dies with them or lets go of it there.", "",
    "Of many objects, chosen by --where: one shortest path to each, merged by class, with the number of objects that"
        + " hang on each place.", "",
    "Dump and object may come in either order. Paths begin at ROOT objects; several may begin at the same one.", ""},
    footer = {"", "Examples:", "  memdump paths after.json.gz 0x7ffff4188200",
        "  memdump paths after.json.gz 0x7ffff4188200 --count 2 --stop-at IMEMO",
        "  memdump paths after.json.gz --where 'class = \"Shop::Session\"'", "",
        "Next: who refers to them all, step by step: memdump referrers DUMP ADDRESS"})
public final class PathsCommand extends SelectingCommand {
    private static final int SHOWN = 60;
    private static final int MOST_PATHS = 1_000;

    @Parameters(arity = "1..2", paramLabel = "DUMP|ADDRESS", description = "The dump (plain or gzip; - for standard"
        + " input), and the object: an address, an identity or the name of a root.")
    private List<String> words;

    @Option(names = "--count", paramLabel = "N", defaultValue = "5", description = "How many paths to one object, 1 to"
        + " 1000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Mixin
    private Top top;

    @Mixin
    private PathConstraint constraint;

    public PathsCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        DumpAndObject asked = DumpAndObject.of(words);
        if (asked.dump().isEmpty() || asked.object().isEmpty() != isSelecting()) {
            throw misused("Name a dump and either an object by its address or many with --where.");
        }
        if (count < 1 || count > MOST_PATHS) {
            throw misused("'" + count + "' paths cannot be found: --count takes 1 to " + MOST_PATHS + ".");
        }
        constraint.read(this::misused);
        keepStreams();
        Heap heap = loadSelecting(asked.dump());
        Answer.Builder answer = Answer.builder();
        BarrierWords.list(answer, constraint.stops());
        return answer.add(isSelecting() ? toMany(heap, selected(heap)) : toObject(heap, asked.find(heap))).build();
    }

    private Answer toObject(Heap heap, int object) throws IOException {
        NodeSet roots = NodeSet.of(heap.objectCount(), heap.roots());
        Walk walk = walk(heap, NodeSet.of(heap.objectCount(), object));
        DisjointPaths paths = DisjointPaths.of(walk, heap.referrers(), roots, object, count, task());
        IntList steps = new IntList();
        int[] path = RootPaths.of(heap, walk, task()).path(object);
        for (int i = 0; i < paths.size(); i++) {
            Arrays.stream(paths.path(i)).forEach(steps::add);
        }
        Arrays.stream(path).forEach(steps::add);
        Arrays.stream(paths.shortest()).forEach(steps::add);
        ReferenceNames names = names(heap, steps.toArray(), steps.toArray());
        return new PathsAnswer(Findings.of(heap).retained(task()).build(), object, path, paths, names).answer();
    }

    private Answer toMany(Heap heap, NodeSet chosen) throws IOException {
        BreadthFirst fromRoots = RootPaths.of(heap, walk(heap, chosen), task());
        MergedPaths paths = MergedPaths.of(heap, fromRoots, chosen, task());
        ReferenceNames names = names(heap, IntStream.range(0, paths.size()).map(paths::holder).toArray(),
            IntStream.range(0, paths.size()).map(paths::example).toArray());
        return new MergedAnswer(heap, top.orElse(json() ? Integer.MAX_VALUE : SHOWN), names).paths(paths, chosen);
    }

    /** Returns where paths to the given objects may lead: these may be come to even if they are avoided. */
    private Walk walk(Heap heap, NodeSet ends) {
        Walk walk = Walk.over(heap.references());
        if (!constraint.isAsked()) {
            return walk;
        }
        NodeSet passable = constraint.passable(heap, task());
        return walk.within(passable.or(ends)).stoppingAt(passable.complement());
    }
}
