package io.github.memdump.view.assembly;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.view.NodeRole;
import java.util.Set;

/** Tells the role of each object of a view. Immutable. */
final class Roles {
    private static final Set<String> VALUES = Set.of("STRING", "SYMBOL", "FLOAT", "BIGNUM", "RATIONAL", "COMPLEX",
        "REGEXP", "MATCH");

    private final Heap heap;
    private final boolean isCompared;
    private final NodeSet newObjects;
    private final NodeSet holders;
    private final NodeSet held;
    private final NodeSet members;
    private final boolean[] valueTypes;

    /** Prepares the roles; {@code members} are the objects that the view is about, if it is about a class. */
    Roles(Findings findings, NodeSet members) {
        this.heap = findings.heap();
        NodeSet none = NodeSet.none(heap.objectCount());
        this.isCompared = findings.diff().isPresent();
        this.newObjects = findings.diff().map(HeapDiff::newObjects).orElse(none);
        this.holders = findings.border().map(Border::oldBorder).orElse(none);
        this.held = findings.border().map(Border::newBorder).orElse(none);
        this.members = members;
        this.valueTypes = new boolean[heap.types().names().size()];
        for (int type = 0; type < valueTypes.length; type++) {
            valueTypes[type] = VALUES.contains(heap.types().names().get(type));
        }
    }

    NodeRole of(int object) {
        if (heap.isRoot(object)) {
            return NodeRole.ROOT;
        }
        if (members.contains(object)) {
            return NodeRole.MEMBER;
        }
        return isCompared ? byAge(object) : byType(heap.type(object));
    }

    private NodeRole byAge(int object) {
        if (!newObjects.contains(object)) {
            return holders.contains(object) ? NodeRole.HOLDER : NodeRole.OLD;
        }
        return held.contains(object) ? NodeRole.NEW_BORDER : NodeRole.NEW;
    }

    private NodeRole byType(int type) {
        switch (type) {
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
            case RecordTypes.ICLASS:
            case RecordTypes.IMEMO:
                return NodeRole.CODE;
            default:
                return valueTypes[type] ? NodeRole.VALUE : NodeRole.CONTAINER;
        }
    }
}
