package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.merge.MergedPaths;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.PathsAnswer;
import io.github.memdump.array.IntList;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.names.ReferenceNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Why an object, or a class of objects, is still there. */
@Command(name = "paths", header = {"Shows the paths from the roots that keep objects alive.", ""}, description = {
    "Of one object: several paths that share no object on their way, the shortest first, those from the machine"
        + " stack last. Cutting one of them is of no use while another holds. If there are no more than are shown, the"
        + " objects are named through which every path goes, as many as there are paths: what holds the object dies"
        + " with them or lets go of it there.", "",
    "Of many objects, chosen by --where: one shortest path to each, merged by class, with the number of objects that"
        + " hang on each place.", "",
    "Paths begin at ROOT objects; several may begin at the same one.", ""},
    footer = {"", "Examples:", "  memdump paths after.json.gz 0x7ffff4188200",
        "  memdump paths after.json.gz 0x7ffff4188200 --count 2 --stop-at IMEMO",
        "  memdump paths after.json.gz --where 'class = \"Shop::Session\"'", "",
        "Next: who refers to them all, step by step: memdump referrers DUMP ADDRESS"})
public final class PathsCommand extends HoldersCommand {
    private static final int MOST_PATHS = 1_000;

    @Option(names = "--count", paramLabel = "N", defaultValue = "5", description = "How many paths to one object, 1 to"
        + " 1000 (default: ${DEFAULT-VALUE}).")
    private int count;

    public PathsCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if (count < 1 || count > MOST_PATHS) {
            throw misused("'" + count + "' paths cannot be found: --count takes 1 to " + MOST_PATHS + ".");
        }
    }

    @Override
    Answer of(Heap heap, DumpAndObject asked) throws IOException {
        return isSelecting() ? toMany(heap, selected(heap)) : toObject(heap, asked.find(heap));
    }

    private Answer toObject(Heap heap, int object) throws IOException {
        Walk walk = walk(heap, NodeSet.of(heap.objectCount(), object));
        DisjointPaths paths = RootPaths.disjoint(heap, walk, object, count, task());
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
        return merged(heap, names).paths(paths, chosen);
    }

    /** Returns where paths to the given objects may lead: these may be come to even if they are avoided. */
    private Walk walk(Heap heap, NodeSet ends) {
        Walk walk = Walk.over(heap.references());
        if (!constraint().isAsked()) {
            return walk;
        }
        NodeSet passable = constraint().passable(heap, task());
        return walk.within(passable.or(ends)).stoppingAt(passable.complement());
    }
}
