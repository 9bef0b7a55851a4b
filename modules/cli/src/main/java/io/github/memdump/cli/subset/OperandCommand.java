package io.github.memdump.cli.subset;

import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.cli.option.Places;
import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** An operation on some objects of a dump, which are named one by one or by {@code --where}, or both. */
abstract class OperandCommand extends SubsetCommand {
    /** What the help of all of them says of its objects. */
    static final String OBJECTS = "The objects are those of --where, and those named one by one.";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "OBJECT", description = "Objects: addresses 0x…,"
        + " identities 0x…:GENERATION as memdump prints them, or names of roots such as vm.")
    private List<String> places = new ArrayList<>();

    OperandCommand(Session session) {
        super(session);
    }

    /** Applies the operation to some objects. */
    abstract HeapSubset operate(HeapSubset whole, NodeSet objects) throws IOException;

    @Override
    final HeapSubset apply(HeapSubset whole) throws IOException {
        NodeSet.Builder objects = NodeSet.builder(whole.heap().objectCount());
        for (String place : objects()) {
            objects.add(Places.find(whole.heap(), place));
        }
        if (isSelecting()) {
            objects.addAll(selected(whole.heap()));
        }
        return operate(whole, objects.build());
    }

    /** The dump may come last, as with show and paths. */
    @Override
    final String dump() {
        return areSwapped() ? places.get(places.size() - 1) : super.dump();
    }

    private List<String> objects() {
        if (!areSwapped()) {
            return places;
        }
        List<String> objects = new ArrayList<>(places.subList(0, places.size() - 1));
        objects.add(super.dump());
        return objects;
    }

    private boolean areSwapped() {
        return !places.isEmpty() && DumpAndObject.areSwapped(super.dump(), places.get(places.size() - 1));
    }

    @Override
    final void check() {
        if (places.isEmpty() && !isSelecting()) {
            throw misused("Which objects? Name them, or select them with --where 'class = String', for example.");
        }
    }
}
