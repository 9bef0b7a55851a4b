package io.github.memdump.subset;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A random heap, a random part of it, and the same part as a model. */
public final class SubsetTrial {
    private static final int SEEDS = 25;

    public final Heap heap;
    public final Oracle oracle;
    public final HeapSubset whole;
    public final HeapSubset part;
    final GemModel wholeModel;
    final GemModel partModel;
    public final Random random;
    private final RandomHeap pair;

    public SubsetTrial(long seed) {
        pair = RandomHeap.ofSeed(seed).objects(120).newObjects(50);
        heap = Loading.load(pair.after());
        oracle = Oracle.of(pair.after()).overPlainReferences();
        random = new Random(seed);
        whole = HeapSubset.of(heap);
        wholeModel = new GemModel(oracle.graph());
        part = HeapSubset.of(heap, some(5));
        Set<String> kept = names(part.objects());
        partModel = wholeModel.keep(kept::contains);
    }

    /** Checks an operation on a subset and on the model of it. */
    interface Check {
        void of(SubsetTrial trial, HeapSubset subset, GemModel model);
    }

    /** Checks an operation on the whole heap and on a part of many seeds. */
    static void onAll(Check check) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SubsetTrial trial = new SubsetTrial(seed);
            check.of(trial, trial.whole, trial.wholeModel);
            check.of(trial, trial.part, trial.partModel);
        }
    }

    /** Returns what is in both of two sets. */
    static Set<String> and(Set<String> a, Set<String> b) {
        Set<String> both = new TreeSet<>(a);
        both.retainAll(b);
        return both;
    }

    /** Returns a random set that lacks about one of so many objects. */
    public NodeSet some(int lacksOneOf) {
        return NodeSet.where(heap.objectCount(), object -> random.nextInt(lacksOneOf) > 0);
    }

    /** Returns a random set of about one of so many objects. */
    public NodeSet few(int oneOf) {
        return NodeSet.where(heap.objectCount(), object -> random.nextInt(oneOf) == 0);
    }

    Set<String> names(NodeSet objects) {
        Set<String> names = new TreeSet<>();
        objects.forEach(object -> names.add(heap.identity(object)));
        return names;
    }

    NodeSet ids(Collection<String> names) {
        NodeSet.Builder ids = NodeSet.builder(heap.objectCount());
        names.forEach(name -> ids.add(Identities.find(heap, name)));
        return ids.build();
    }

    /** Returns objects and references of a subset by name, a group by its own. */
    public Map<String, Set<String>> graph(HeapSubset subset) {
        Graph references = subset.references();
        Map<String, Set<String>> graph = new TreeMap<>();
        subset.objects().forEach(object -> {
            Set<String> targets = new TreeSet<>();
            for (int i = references.from(object); i < references.to(object); i++) {
                targets.add(name(subset, references.target(i)));
            }
            graph.put(name(subset, object), targets);
        });
        return graph;
    }

    /** Returns the graph of a subset of another heap by identity. */
    public static Map<String, Set<String>> graphOf(HeapSubset again) {
        Graph references = again.references();
        Map<String, Set<String>> graph = new TreeMap<>();
        again.objects().forEach(object -> {
            Set<String> targets = new TreeSet<>();
            for (int i = references.from(object); i < references.to(object); i++) {
                targets.add(again.heap().identity(references.target(i)));
            }
            graph.put(again.heap().identity(object), targets);
        });
        return graph;
    }

    private String name(HeapSubset subset, int object) {
        return subset.groupOf(object).map(ObjectGroup::name).orElseGet(() -> heap.identity(object));
    }

    @Override
    public String toString() {
        return pair.toString();
    }
}
