package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;

/** Tells the literals and names in code that is loaded, which come with it and leak nothing, from other objects. */
final class Literals {
    private final Heap heap;
    private final Subtrees subtrees;
    private final ProgramObjects objects;
    private final Anchors anchors;
    private final NodeSet repeated;

    /**
     * Prepares.
     *
     * @param repeated objects that come again and again from one line
     */
    Literals(Heap heap, Subtrees subtrees, ProgramObjects objects, Anchors anchors, NodeSet repeated) {
        this.heap = heap;
        this.subtrees = subtrees;
        this.objects = objects;
        this.anchors = anchors;
        this.repeated = repeated;
    }

    /** Returns whether an object is neither a literal nor a name in code, or is made again and again. */
    boolean areNot(int object) {
        boolean isNoLiteral = heap.type(object) == RecordTypes.DATA || heap.type(object) == RecordTypes.OBJECT;
        return isNoLiteral || objects.isMadeAgain(object) || repeated.contains(object) || isHeldByProgram(object);
    }

    /** What only code holds are literals; strings and symbols that only Ruby's own hold are names in the code. */
    private boolean isHeldByProgram(int object) {
        Graph referrers = heap.referrers();
        boolean isName = heap.type(object) == RecordTypes.STRING || heap.typeName(object).equals("SYMBOL");
        for (int i = referrers.from(object); i < referrers.to(object); i++) {
            int referrer = referrers.target(i);
            boolean isOutside = subtrees.isReachable(referrer) && !subtrees.dominates(object, referrer);
            boolean isTelling = heap.isRoot(referrer) ? anchors.kind(referrer) != HolderKind.VM
                : objects.weighs(referrer) || (!isName && !objects.isCode(referrer));
            if (isOutside && isTelling) {
                return true;
            }
        }
        return false;
    }
}
