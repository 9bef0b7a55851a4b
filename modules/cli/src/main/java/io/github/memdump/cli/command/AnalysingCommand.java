package io.github.memdump.cli.command;

import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.names.ReferenceNames;
import java.io.IOException;
import java.util.Arrays;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands share of which the answers depend on what refers to what. */
public abstract class AnalysingCommand extends DumpCommand {
    private static final int MOST_HOLDERS = 10_000;

    @Mixin
    private PlainReferences plainReferences;

    /** Makes the command for one run. */
    protected AnalysingCommand(Session session) {
        super(session);
    }

    /** Returns whether only the references count that a dump lists. */
    protected final boolean isOverPlainReferences() {
        return plainReferences.isAsked();
    }

    @Override
    final Heap loaded(Heap heap) {
        return plainReferences.of(heap);
    }

    /**
     * Names the references from some objects to some others, from the first {@value #MOST_HOLDERS} of them, so that a
     * long table costs no more; where the dump cannot be read, a warning says so.
     */
    protected final ReferenceNames names(Heap heap, String dump, int[] holders, int[] targets) throws IOException {
        try {
            NodeSet wanted = NodeSet.of(heap.objectCount(), Arrays.stream(targets).filter(t -> t >= 0).toArray());
            return ReferenceNames.of(values(heap, dump), Arrays.stream(holders).filter(holder -> holder >= 0).distinct()
                .limit(MOST_HOLDERS).toArray(), wanted::contains, task());
        } catch (DumpException unreadable) {
            warnings().add("No names of references: " + unreadable.getMessage());
            return ReferenceNames.none(heap);
        }
    }

    /** Names the references by which objects hang on the roots, as {@link #names} does. */
    protected final HeldObjects held(Heap heap, String dump, int[] objects) throws IOException {
        BreadthFirst fromRoots = RootPaths.of(heap, Walk.over(heap.references()), task());
        return new HeldObjects(heap, fromRoots, names(heap, dump, HeldObjects.holders(fromRoots, objects), objects));
    }

    /** The option of all commands that analyse: over which references. */
    private static final class PlainReferences {
        @Option(names = "--plain-references", description = "Go by the references alone that the dump lists: a class"
            + " that no root reaches over them is not held by its instances.")
        private boolean asked;

        /** Returns whether the option is given. */
        boolean isAsked() {
            return asked;
        }

        /** Returns a heap over the references that are asked for. */
        Heap of(Heap heap) {
            return asked ? heap.overPlainReferences() : heap;
        }
    }
}
