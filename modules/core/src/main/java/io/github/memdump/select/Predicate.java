package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A predicate that stands alone. */
enum Predicate {
    /** New objects. */
    NEW,
    /** Objects that are not new. */
    OLD,
    /** Objects of the old border or of the new one. */
    BORDER,
    /** ROOT objects. */
    ROOT,
    /** What the ROOT objects reach, themselves included. */
    REACHABLE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Predicate> named(String text) {
        String name = Names.predicateName(text);
        for (Predicate fact : values()) {
            if (fact.id().equals(name)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    Set<Need> needs() {
        switch (this) {
            case NEW:
            case OLD:
                return EnumSet.of(Need.DIFF);
            case BORDER:
                return EnumSet.of(Need.BORDER);
            default:
                return EnumSet.noneOf(Need.class);
        }
    }

    /** Returns the objects of which it is true, of the whole heap. */
    NodeSet objects(Evaluation evaluation) {
        switch (this) {
            case NEW:
                return evaluation.findings.diff().orElseThrow().newObjects();
            case OLD:
                return evaluation.findings.diff().orElseThrow().newObjects().complement();
            case BORDER:
                return evaluation.findings.border().orElseThrow().oldBorder()
                    .or(evaluation.findings.border().orElseThrow().newBorder());
            case ROOT:
                return roots(evaluation);
            default:
                return Reachability.from(Walk.over(evaluation.references).within(evaluation.universe),
                    roots(evaluation).toArray(), evaluation.task);
        }
    }

    private static NodeSet roots(Evaluation evaluation) {
        return NodeSet.of(evaluation.heap.objectCount(), evaluation.heap.roots());
    }

    /** A predicate that stands alone, such as {@code new}. */
    static final class OfObject implements Condition {
        private final Predicate fact;
        private final int position;

        OfObject(Predicate fact, int position) {
            this.fact = fact;
            this.position = position;
        }

        @Override
        public NodeSet among(NodeSet candidates, Evaluation evaluation) {
            return candidates.and(fact.objects(evaluation));
        }

        @Override
        public void addNeeds(Map<Need, Integer> needs) {
            fact.needs().forEach(need -> needs.putIfAbsent(need, position));
        }
    }
}
