package io.github.memdump.cli;

import io.github.memdump.heap.Heap;
import picocli.CommandLine.Mixin;

/** What commands share of which the answers depend on what refers to what. */
public abstract class AnalysingCommand extends DumpCommand {
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
}
