package io.github.memdump.select;

import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.select.syntax.SelectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A predicate that relates objects to those of a selection in parentheses. */
enum Relation {
    /** What can be reached from one of them, themselves included. */
    REACHABLE_FROM,
    /** What reaches one of them, themselves included. */
    REACHES,
    /** What one of them dominates: what would die with it, itself included. */
    DOMINATED_BY,
    /** What has a reference to one of them. */
    REFERS_TO,
    /** What one of them has a reference to. */
    REFERRED_BY;

    private static final int STEP = 1 << 13;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Relation> named(String text) {
        String name = Names.predicateName(text);
        for (Relation relation : values()) {
            if (relation.id().equals(name)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    /** Returns those of the candidates that are so related to one of the members. */
    NodeSet among(NodeSet candidates, NodeSet members, Evaluation evaluation) throws SelectionException {
        switch (this) {
            case REACHABLE_FROM:
                return candidates.and(Reachability.from(Walk.over(evaluation.references), members.toArray(),
                    evaluation.task));
            case REACHES:
                return candidates.and(Reachability.from(Walk.over(evaluation.referrers()), members.toArray(),
                    evaluation.task));
            case DOMINATED_BY:
                return candidates.and(dominated(members, evaluation));
            case REFERS_TO:
                return evaluation.keep(candidates, object -> refersTo(evaluation.references, object, members));
            default:
                return candidates.and(targets(members, evaluation));
        }
    }

    private static boolean refersTo(Graph references, int object, NodeSet members) {
        for (int i = references.from(object); i < references.to(object); i++) {
            if (members.contains(references.target(i))) {
                return true;
            }
        }
        return false;
    }

    private static NodeSet targets(NodeSet members, Evaluation evaluation) {
        NodeSet.Builder targets = NodeSet.builder(members.nodeCount());
        Graph references = evaluation.references;
        evaluation.task.phase("Following references", members.size());
        int pending = 0;
        for (int object = members.nextMember(0); object >= 0; object = members.nextMember(object + 1)) {
            for (int i = references.from(object); i < references.to(object); i++) {
                targets.add(references.target(i));
            }
            if (++pending == STEP) {
                evaluation.task.done(pending);
                pending = 0;
            }
        }
        return targets.build();
    }

    /** Each node takes the answer of its dominator; the climb ends where an answer is known already: linear time. */
    private static NodeSet dominated(NodeSet members, Evaluation evaluation) {
        Dominators dominators = evaluation.findings.retained().orElseThrow().dominators();
        int nodes = dominators.nodeCount();
        NodeSet.Builder inside = NodeSet.builder(nodes);
        NodeSet.Builder outside = NodeSet.builder(nodes);
        evaluation.task.phase("Going down the dominator tree", nodes);
        for (int node = 0; node < nodes; node++) {
            int top = node;
            while (top >= 0 && !inside.contains(top) && !outside.contains(top) && !isInside(top, members, dominators)) {
                top = dominators.dominator(top);
            }
            boolean isIn = top >= 0 && !outside.contains(top);
            if (isIn) {
                inside.add(top);
            }
            for (int at = node; at != top; at = dominators.dominator(at)) {
                (isIn ? inside : outside).add(at);
            }
            if ((node & STEP - 1) == STEP - 1) {
                evaluation.task.done(STEP);
            }
        }
        return inside.build();
    }

    private static boolean isInside(int node, NodeSet members, Dominators dominators) {
        return members.contains(node) && dominators.isReachable(node);
    }

    /** A predicate with a selection in parentheses, such as {@code reaches(type = CLASS)}. */
    static final class OfObject implements Condition {
        private final Relation relation;
        private final Condition members;
        private final int position;

        OfObject(Relation relation, Condition members, int position) {
            this.relation = relation;
            this.members = members;
            this.position = position;
        }

        @Override
        public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
            return relation.among(candidates, members.among(evaluation.universe, evaluation), evaluation);
        }

        @Override
        public void addNeeds(Map<Need, Integer> needs) {
            if (relation == Relation.DOMINATED_BY) {
                needs.putIfAbsent(Need.RETAINED, position);
            }
            members.addNeeds(needs);
        }

        @Override
        public void addNames(Map<Numbering, Set<String>> names) {
            members.addNames(names);
        }
    }
}
