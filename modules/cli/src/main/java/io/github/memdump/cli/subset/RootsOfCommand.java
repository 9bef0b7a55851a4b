package io.github.memdump.cli.subset;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.option.Places;
import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.RootsOf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What keeps objects alive. */
@Command(name = "roots-of", header = {"Takes a shortest path from the roots to each of some objects.", ""},
    description = {
        "The objects on one shortest path to each of them from the nearest ROOT object, both ends included, and all"
            + " references among these. " + OperandCommand.OBJECTS + " Those that no ROOT object reaches are left out"
            + " and counted.", "",
        "With --from the paths begin at these objects instead, one from each of them to each object that it reaches.",
        "", SubsetCommand.WRITES, ""},
    footer = {"", "Examples:", "  memdump roots-of after.json.gz 0x7ffff4188200 -o path.json",
        "  memdump roots-of after.json.gz --where 'class = \"Shop::Session\"' -o sessions.gml",
        "  memdump roots-of after.json.gz --where 'class = String' --from vm,0x7ffff4188200 -o from.json", "",
        "Next: everything that holds an object, and not one path alone: memdump root-of DUMP OBJECT"})
public final class RootsOfCommand extends OperandCommand {
    /** Each takes a walk over the heap. */
    private static final int MOST_ROOTS = 1_000;

    @Option(names = "--from", paramLabel = "OBJECT,…", split = ",", hideParamSyntax = true,
        description = "Begin the paths at these objects instead of the ROOT objects.")
    private List<String> from = new ArrayList<>();

    private int asked;
    private int reached;

    /** Makes the command for one run. */
    public RootsOfCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) throws IOException {
        if (from.size() > MOST_ROOTS) {
            throw misused("--from names " + Figures.count(from.size()) + " objects; " + Figures.count(MOST_ROOTS)
                + " are the most.");
        }
        NodeSet.Builder roots = NodeSet.builder(whole.heap().objectCount());
        for (String root : from) {
            roots.add(Places.find(whole.heap(), root));
        }
        HeapSubset paths = from.isEmpty() ? RootsOf.of(whole, objects, task())
            : RootsOf.from(whole, roots.build(), objects, task());
        asked = objects.size();
        reached = paths.objects().and(objects).size();
        if (reached < asked) {
            warnings().add(Figures.count(asked - reached) + " of " + Figures.count(asked, "object") + " cannot be"
                + " reached from " + (from.isEmpty() ? "any root" : "there") + " and are left out.");
        }
        return paths;
    }

    @Override
    Answer more() {
        return Answer.builder().fact("targets", asked).fact("reached", reached).build();
    }
}
