package io.github.memdump.select;

import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.AllReferences;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A predicate of references by name: {@code holds(@user, class = User)}, {@code field-of(@user, class = Session)}. The
 * name must be certain or likely. The records of what may hold are read from the dump again, in two passes.
 */
final class NamedRelation implements Condition {
    private final Side side;
    private final String name;
    private final Condition members;
    private final int position;

    /** Which end of the references is meant. */
    enum Side {
        /** What holds one of the members by the name. */
        HOLDS,
        /** What one of the members holds by the name. */
        FIELD_OF;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Side> named(String text) {
            for (Side side : values()) {
                if (side.id().equals(Names.predicateName(text))) {
                    return Optional.of(side);
                }
            }
            return Optional.empty();
        }

        static List<String> ids() {
            List<String> ids = new ArrayList<>();
            for (Side side : values()) {
                ids.add(side.id());
            }
            return ids;
        }
    }

    NamedRelation(Side side, String name, Condition members, int position) {
        this.side = side;
        this.name = name;
        this.members = members;
        this.position = position;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        NodeSet others = members.among(evaluation.universe, evaluation);
        NodeSet holders = side == Side.HOLDS ? candidates : others;
        NodeSet held = side == Side.HOLDS ? others : candidates;
        Heap heap = evaluation.heap;
        NodeSet.Builder found = NodeSet.builder(heap.objectCount());
        try {
            AllReferences.visit(Values.of(heap), mayHold(heap, holders, held), (record, targets, names) -> {
                for (int i = 0; i < targets.length; i++) {
                    int target = heap.at(targets[i]);
                    if (target != Heap.NO_OBJECT && held.contains(target) && isNamed(names[i])) {
                        add(heap, record, target, holders, found);
                    }
                }
            }, evaluation.task);
        } catch (DumpException unreadable) {
            throw evaluation.error(position, "Names of references stand in the dump: " + unreadable.getMessage());
        }
        return found.build();
    }

    private boolean isNamed(ReferenceName reference) {
        boolean isPlace = reference.kind() == ReferenceKind.KEY || reference.kind() == ReferenceKind.VALUE
            || reference.kind() == ReferenceKind.INDEX;
        return reference.certainty() != Certainty.CANDIDATES && !isPlace && reference.names().contains(name);
    }

    private void add(Heap heap, int record, int target, NodeSet holders, NodeSet.Builder found) {
        if (side == Side.FIELD_OF) {
            found.add(target);
        } else if (!heap.isFields(record)) {
            found.add(record);
        } else {
            Graph referrers = heap.referrers();
            for (int i = referrers.from(record); i < referrers.to(record); i++) {
                if (holders.contains(referrers.target(i))) {
                    found.add(referrers.target(i));
                }
            }
        }
    }

    /** Returns the holders that have a reference to one that is held, or the records that keep their variables. */
    private static int[] mayHold(Heap heap, NodeSet holders, NodeSet held) {
        Graph references = heap.references();
        NodeSet.Builder records = NodeSet.builder(heap.objectCount());
        holders.forEach(holder -> {
            for (int i = references.from(holder); i < references.to(holder); i++) {
                int target = references.target(i);
                if (heap.isFields(target)) {
                    records.add(target);
                } else if (held.contains(target)) {
                    records.add(holder);
                }
            }
        });
        return records.build().toArray();
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        members.addNeeds(needs);
    }

    @Override
    public void addNames(Map<Numbering, Set<String>> names) {
        members.addNames(names);
    }
}
