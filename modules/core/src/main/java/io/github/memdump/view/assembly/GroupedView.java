package io.github.memdump.view.assembly;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.task.Task;
import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.Namespaces;
import io.github.memdump.view.NodeIds;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewGroup;
import io.github.memdump.view.choice.Omissions;
import io.github.memdump.view.step.Continuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A view whose nodes are classes or allocation sites: those of most bytes by themselves, the others folded into one
 * node for each namespace, gem or folder, which steps open; an edge where objects of one refer to objects of another,
 * the heaviest. Tracer and dump are left out: the tables of the tracer would be the largest of all nodes.
 */
final class GroupedView {
    /** So many edges for each node are read at a glance; a view has them unless its budget was changed. */
    private static final int EDGES_PER_NODE = 4;
    private static final int LONGEST_NAME = 40;
    /** How the names of singleton classes begin, of which each class object is an instance. */
    private static final String SINGLETON = "#<Class:";

    private final Heap heap;
    private final ClassGraph graph;
    private final Recipe recipe;
    private final boolean byClass;
    private final int[] examples;
    /** What tracer and dump made. */
    private final NodeSet own;
    private final ObjectNames naming;
    private final Folding folding;
    /** How many nodes there may be before steps. */
    private final int most;
    private final List<GroupNode> nodes = new ArrayList<>();
    /** Which node stands for each group, -1 for none; what is in the rest has none here. */
    private final int[] nodeOf;
    private final List<String> omissions = new ArrayList<>();

    private GroupedView(Recipe recipe, Findings findings, Task task) {
        this.recipe = recipe;
        this.heap = findings.heap();
        this.naming = new ObjectNames(heap);
        this.byClass = recipe.subject() == Recipe.Subject.CLASSES;
        this.own = NodeSet.of(heap.objectCount(), OwnObjects.of(heap).objects());
        NodeSet objects = (recipe.asks(Recipe.Option.CLEANUP) ? CommonCleanup.remaining(heap)
            : NodeSet.all(heap.objectCount())).minus(own);
        this.graph = ClassGraph.of(heap, byClass ? Grouping.CLASS : Grouping.SITE, objects, task);
        this.examples = examples(objects);
        boolean usual = recipe.budget().nodes() == ViewBudget.DEFAULT.nodes();
        this.most = usual ? Folding.LEGIBLE : recipe.budget().nodes();
        List<String> keys = new ArrayList<>();
        for (int group = 0; group < graph.size(); group++) {
            keys.add(graph.key(group));
        }
        this.folding = new Folding(graph, byClass ? Namespaces.ofClasses(keys)::ofClass : Namespaces::ofSite, most);
        this.nodeOf = new int[graph.size()];
        Arrays.fill(nodeOf, -1);
    }

    static View of(Recipe recipe, Findings findings, Task task) {
        GroupedView view = new GroupedView(recipe, findings, task);
        recipe.steps().forEach(view::go);
        view.choose();
        List<ViewEdge> edges = view.edges();
        view.omissions.addAll(Omissions.ofOwn(view.own, view.heap));
        return new GroupedPicture(recipe, findings, view.nodes).view(edges, view.omissions);
    }

    /** Of each group the largest object stands for it where one object is asked for. */
    private int[] examples(NodeSet objects) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int group = 0; group < graph.size(); group++) {
            numbers.put(graph.key(group), group);
        }
        int[] largest = new int[graph.size()];
        Arrays.fill(largest, Heap.NO_OBJECT);
        objects.forEach(object -> {
            int group = Objects.requireNonNull(numbers.get(byClass ? heap.className(object)
                : heap.sites().place(heap.site(object))));
            if (largest[group] < 0 || heap.memsize(object) > heap.memsize(largest[group])) {
                largest[group] = object;
            }
        });
        return largest;
    }

    private void go(Step step) {
        boolean known = step.kind() == Step.Kind.EXPAND_MORE || step.kind() == Step.Kind.REMOVE
            || step.kind() == Step.Kind.COLLAPSE;
        if (!known || step.objects().isEmpty()) {
            throw new IllegalArgumentException("Its nodes are groups of objects, not objects: they can be removed, "
                + "collapsed into their namespace, and more of them shown. To see the objects of a class, show the "
                + "selection class = \"Name\".");
        }
        for (String id : step.objects()) {
            if (id.equals(recipe.subject().id()) && step.kind() == Step.Kind.EXPAND_MORE) {
                folding.openRest(Continuation.BATCH);
                continue;
            }
            for (int namespace = 0; namespace < folding.namespaces(); namespace++) {
                if (id.equals(foldId(namespace))) {
                    goAtFold(step.kind(), namespace);
                }
            }
            for (int group = 0; group < graph.size(); group++) {
                if (id.equals(group(group).id())) {
                    goAtGroup(step.kind(), group);
                }
            }
        }
    }

    private void goAtFold(Step.Kind kind, int namespace) {
        if (kind == Step.Kind.EXPAND_MORE) {
            folding.open(namespace, Continuation.BATCH);
        } else if (kind == Step.Kind.COLLAPSE) {
            folding.close(namespace);
        } else {
            folding.folded(namespace).forEach(folding::remove);
        }
    }

    private void goAtGroup(Step.Kind kind, int group) {
        if (kind == Step.Kind.EXPAND_MORE) {
            folding.open(folding.namespaceOf(group), Continuation.BATCH);
        } else if (kind == Step.Kind.COLLAPSE) {
            folding.close(folding.namespaceOf(group), group);
        } else {
            folding.remove(group);
        }
    }

    /** Makes the nodes, each namespace behind the node that it hangs on: its fold, or else its largest group. */
    private void choose() {
        for (int namespace = 0; namespace < folding.namespaces(); namespace++) {
            int hub = GroupNode.NO_HUB;
            if (folding.isFold(namespace)) {
                hub = nodes.size();
                addFold(namespace);
            }
            for (int group : folding.alone(namespace)) {
                nodeOf[group] = nodes.size();
                nodes.add(new GroupNode(group(group), examples[group], label(group), bytesPart(group), hub));
                hub = hub < 0 ? nodes.size() - 1 : hub;
            }
        }
        addRest();
    }

    private ViewGroup group(int group) {
        return byClass ? ViewGroup.ofClass(heap, examples[group], graph.objects(group), graph.memsize(group))
            : ViewGroup.ofSite(heap, examples[group], graph.objects(group), graph.memsize(group));
    }

    private String foldId(int namespace) {
        return (byClass ? ViewGroup.CLASS : ViewGroup.SITE) + NodeIds.word(folding.name(namespace)) + ViewGroup.FOLD;
    }

    private double bytesPart(int group) {
        return bytesPart(graph.memsize(group));
    }

    private double bytesPart(long bytes) {
        return Math.sqrt(Math.max(0, bytes) / (double) Math.max(1, graph.size() == 0 ? 1 : graph.memsize(0)));
    }

    private void addFold(int namespace) {
        List<Integer> folded = folding.folded(namespace);
        folded.forEach(group -> nodeOf[group] = nodes.size());
        String name = folding.name(namespace);
        String label = String.format(Locale.ROOT, "%s: %,d %s", shortened(Namespaces.shortName(name)), folded.size(),
            byClass ? "classes" : "sites");
        long bytes = bytes(folded);
        ViewGroup all = ViewGroup.folded(foldId(namespace), byClass ? Column.CLASS : Column.FILE, name,
            objects(folded), bytes);
        nodes.add(new GroupNode(all, examples[folded.get(0)], label, bytesPart(bytes), GroupNode.NO_HUB));
    }

    private void addRest() {
        List<Integer> rest = folding.rest();
        if (rest.isEmpty()) {
            return;
        }
        long bytes = bytes(rest);
        ViewGroup group = ViewGroup.rest(recipe.subject().id(), objects(rest), bytes);
        nodes.add(GroupNode.rest(group, examples[rest.get(0)], String.format(Locale.ROOT, "+ %,d more", rest.size())));
        omissions.addAll(Omissions.ofGroups(graph.size() - rest.size(), graph.size(),
            byClass ? "classes" : "allocation sites", bytes, most));
    }

    private long objects(List<Integer> groups) {
        return groups.stream().mapToLong(graph::objects).sum();
    }

    private long bytes(List<Integer> groups) {
        long bytes = 0;
        for (int group : groups) {
            bytes = Saturating.sum(bytes, graph.memsize(group));
        }
        return bytes;
    }

    private String label(int group) {
        String key = graph.key(group);
        if (key.isEmpty()) {
            key = Namespaces.UNKNOWN;
        } else if (!byClass) {
            key = Namespaces.shortName(key);
        } else if (key.startsWith(SINGLETON) && graph.objects(group) == 1) {
            return shortened(naming.of(examples[group]));
        } else if (key.startsWith(SINGLETON)) {
            // Classes without methods of their own have the singleton class of the next class above.
            key = "below class " + key.substring(SINGLETON.length(), key.length() - 1);
        }
        return String.format(Locale.ROOT, "%s ×%,d", shortened(key), graph.objects(group));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME / 2) + "\u2026"
            + name.substring(name.length() - LONGEST_NAME / 2);
    }

    /** Adds up the references between what two nodes stand for; within a fold they stay unseen. */
    private List<ViewEdge> edges() {
        Map<Long, Long> weights = new LinkedHashMap<>();
        for (int edge : graph.edges(Integer.MAX_VALUE, 1)) {
            int source = nodeOf[graph.source(edge)];
            int target = nodeOf[graph.target(edge)];
            boolean seen = source >= 0 && target >= 0
                && (source != target || (graph.source(edge) == graph.target(edge) && !nodes.get(source).isFold()));
            if (seen) {
                weights.merge((long) source << Integer.SIZE | target, graph.references(edge), Saturating::sum);
            }
        }
        boolean usual = recipe.budget().edges() == ViewBudget.DEFAULT.edges();
        long drawn = usual && weights.size() > Folding.LEGIBLE * EDGES_PER_NODE
            ? (long) nodes.size() * EDGES_PER_NODE : recipe.budget().edges();
        List<ViewEdge> edges = new ArrayList<>();
        weights.entrySet().stream().sorted(Map.Entry.<Long, Long>comparingByValue().reversed()
            .thenComparing(Map.Entry.comparingByKey())).limit(drawn).forEach(each -> edges.add(new ViewEdge(
                (int) (each.getKey() >> Integer.SIZE), each.getKey().intValue(), EdgeKind.REFERENCE,
                (int) Math.min(Integer.MAX_VALUE, each.getValue()))));
        if (edges.size() < weights.size()) {
            omissions.add(String.format(Locale.ROOT, "Not drawn: %,d edges that stand for the fewest references "
                + "(raise --edges, now %,d).", weights.size() - edges.size(), drawn));
        }
        return edges;
    }
}
