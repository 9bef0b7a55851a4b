package io.github.memdump.cli.command;

import io.github.memdump.heap.Heap;
import picocli.CommandLine.Option;

/** The option of all commands that analyse: over which references. */
final class PlainReferences {
    @Option(names = "--plain-references", description = "Go by the references alone that the dump lists: a class that"
        + " no root reaches over them is not held by its instances.")
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
