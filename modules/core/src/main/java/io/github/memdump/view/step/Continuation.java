package io.github.memdump.view.step;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.analysis.Retained;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.subset.CleanupStep;
import io.github.memdump.task.Task;
import io.github.memdump.view.Step;
import io.github.memdump.view.SubjectText;
import io.github.memdump.view.choice.CandidateQueue;
import io.github.memdump.view.choice.NeighbourStep;
import io.github.memdump.view.choice.ObjectPositions;
import io.github.memdump.view.choice.SubjectChoice;
import io.github.memdump.view.choice.Surroundings;
import io.github.memdump.view.choice.ViewBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Goes on from what a subject chose, by the steps of a recipe. Not thread-safe. */
public final class Continuation {
    /** How many objects one step adds at a place. */
    public static final int BATCH = 50;

    private final Findings findings;
    private final Heap heap;
    private final Retained retained;
    private final BreadthFirst fromRoots;
    private final SubjectChoice choice;
    private final ViewBuilder chosen;
    private final Task task;
    private final List<Surroundings> surroundings = new ArrayList<>();
    private @Nullable Graph dominatorTree;
    /** Whether something was made the root of what is shown. */
    private boolean rooted;

    public Continuation(Findings findings, SubjectChoice choice, ViewBuilder chosen, Task task) {
        this.findings = findings;
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.fromRoots = findings.fromRoots().orElseThrow();
        this.choice = choice;
        this.chosen = chosen;
        this.task = task;
        surroundings.add(choice);
    }

    /** Returns all that tells what hangs on chosen objects: the subject's choice and the steps that left some out. */
    public List<Surroundings> surroundings() {
        return surroundings;
    }

    /**
     * Does a step.
     *
     * @throws IllegalArgumentException if one of its objects is not in the heap, if its selection cannot be read, or
     *                                  if it needs a border and there is none
     */
    public void go(Step step) {
        int[] objects = step.selection().isPresent() ? shownOf(step.selection().get())
            : step.objects().stream().mapToInt(this::object).toArray();
        switch (step.kind()) {
            case EXPAND_REFERENCES:
                expand(new NeighbourStep(nodes(objects), heap.references(), false));
                break;
            case EXPAND_REFERRERS:
                expand(new NeighbourStep(nodes(objects), heap.referrers(), true));
                break;
            case EXPAND_DOMINATED:
                expand(new NeighbourStep(nodes(objects), dominatorTree(), false));
                break;
            case EXPAND_MORE:
                surroundings.forEach(each -> addBatches(each, nodes(objects)));
                break;
            case ADD_PATHS:
                Arrays.stream(objects).forEach(this::addPath);
                break;
            case COLLAPSE:
                Arrays.stream(objects).filter(chosen::contains).forEach(chosen::collapse);
                break;
            case REMOVE:
                Arrays.stream(objects).filter(chosen::contains).forEach(chosen::remove);
                break;
            case GROUP:
                new Groups(heap, chosen).join(objects);
                break;
            case CLEANUP:
                cleanUp();
                break;
            case REMOVE_SMALL:
                BitSet small = ShownEdges.of(chosen, choice).inSmallParts(step.number());
                Arrays.stream(chosenWhere(small::get)).forEach(chosen::remove);
                break;
            case KEEP_ABOVE:
                new KeepAbove(findings, choice, chosen).go(step.number());
                break;
            default:
                keep(step.kind(), objects);
        }
    }

    private int[] shownOf(String selection) {
        NodeSet selected = SubjectText.objects(selection, findings, task);
        return chosenWhere(selected::contains);
    }

    private int[] chosenWhere(IntPredicate condition) {
        IntList found = new IntList();
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.contains(chosen.object(i)) && condition.test(chosen.object(i))) {
                found.add(chosen.object(i));
            }
        }
        return found.toArray();
    }

    /** Folds what the common cleanup folds, except ROOT objects and what the view is about. */
    public void cleanUp() {
        NodeSet members = choice.members();
        IntPredicate free = object -> !members.contains(object) && !heap.isRoot(object);
        // What one part removes the others no longer find, so that what is both removed and collapsed is removed.
        CleanupStep.common().stream().filter(CleanupStep::removes).forEach(
            part -> Arrays.stream(chosenWhere(free.and(part.in(heap)))).forEach(chosen::remove));
        CleanupStep.common().stream().filter(part -> !part.removes()).forEach(
            part -> Arrays.stream(chosenWhere(free.and(part.in(heap)))).forEach(chosen::collapse));
    }

    /** Adds the classes of what is chosen, those of most objects first, each beside the first of its objects. */
    public void addClasses(int most) {
        Map<Integer, Integer> counts = new HashMap<>();
        Map<Integer, Integer> first = new HashMap<>();
        for (int object : chosenWhere(any -> true)) {
            int ofObject = heap.classObject(object);
            if (ofObject >= 0 && !chosen.contains(ofObject)) {
                counts.merge(ofObject, 1, Integer::sum);
                first.putIfAbsent(ofObject, object);
            }
        }
        chosen.makeRoom(Math.min(most, counts.size()));
        counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed()
            .thenComparing(Map.Entry.comparingByKey())).limit(most)
            .forEach(entry -> chosen.addBeside(entry.getKey(),
                Objects.requireNonNull(first.get(entry.getKey()))));
    }

    private int object(String identity) {
        int object = Identities.find(heap, identity);
        if (object == Heap.NO_OBJECT) {
            throw new IllegalArgumentException("There is no object " + identity + " in this heap.");
        }
        return object;
    }

    private NodeSet nodes(int[] objects) {
        return NodeSet.of(heap.objectCount(), objects);
    }

    private Graph dominatorTree() {
        if (dominatorTree == null) {
            dominatorTree = retained.dominators().tree(task);
        }
        return dominatorTree;
    }

    private void expand(NeighbourStep step) {
        for (int place = step.places().nextMember(0); place >= 0; place = step.places().nextMember(place + 1)) {
            if (!chosen.contains(place)) {
                addPath(place);
            }
        }
        surroundings.add(step);
        addBatches(step, step.places());
    }

    private void addBatches(Surroundings from, NodeSet places) {
        CandidateQueue queue = new CandidateQueue();
        from.each(chosen, (place, object) -> {
            if (places.contains(place) && heap.type(object) != RecordTypes.SHAPE) {
                queue.add(retained.size(object), object, place);
            }
        });
        ObjectPositions begun = new ObjectPositions();
        int[] taken = new int[places.size()];
        for (; !queue.isEmpty(); queue.remove()) {
            if (!begun.contains(queue.parent())) {
                begun.add(queue.parent());
            }
            if (taken[begun.of(queue.parent())]++ < BATCH) {
                chosen.makeRoom(1);
                from.take(chosen, queue.parent(), queue.object());
            }
        }
    }

    private void addPath(int object) {
        int[] path = Arrays.stream(fromRoots.isReached(object) ? fromRoots.path(object) : new int[] {object})
            .filter(on -> heap.type(on) != RecordTypes.SHAPE).toArray();
        chosen.makeRoom(path.length);
        chosen.addPath(path);
    }

    private void keep(Step.Kind kind, int[] objects) {
        BitSet kept = new BitSet();
        rooted |= kind == Step.Kind.SET_ROOT;
        if (kind == Step.Kind.KEEP_PATHS) {
            Arrays.stream(objects).filter(chosen::contains).forEach(kept::set);
            // What stood above a root that was set was taken away on purpose.
            Arrays.stream(rooted ? new int[0] : objects).forEach(this::addPath);
            BitSet onPaths = new BitSet();
            Arrays.stream(objects).forEach(object -> climb(object, onPaths, fromRoots::parent));
            kept.or(onPaths);
        } else {
            ShownEdges edges = ShownEdges.of(chosen, choice);
            kept.or(edges.under(objects, any -> true));
            if (kind == Step.Kind.ISOLATE) {
                kept.or(edges.above(objects));
            }
        }
        Arrays.stream(chosenWhere(object -> !kept.get(object))).forEach(chosen::remove);
    }

    private static void climb(int object, BitSet climbed, IntUnaryOperator parent) {
        for (int on = object; on >= 0 && !climbed.get(on); on = parent.applyAsInt(on)) {
            climbed.set(on);
        }
    }

    /** Joins chosen objects of one class that hang on one object. For one step. */
    private static final class Groups {
        private final Heap heap;
        private final ViewBuilder chosen;

        Groups(Heap heap, ViewBuilder chosen) {
            this.heap = heap;
            this.chosen = chosen;
        }

        /** Joins those of some objects that belong together, two at least; ROOT objects stay as they are. */
        void join(int[] objects) {
            Map<String, IntList> groups = new LinkedHashMap<>();
            for (int object : objects) {
                if (chosen.contains(object) && !heap.isRoot(object)) {
                    groups.computeIfAbsent(chosen.parent(object) + " " + heap.className(object), any -> new IntList())
                        .add(object);
                }
            }
            for (IntList group : groups.values()) {
                if (group.size() > 1) {
                    chosen.group(group.toArray());
                }
            }
        }
    }
}
