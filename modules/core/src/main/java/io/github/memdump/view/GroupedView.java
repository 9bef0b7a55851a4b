package io.github.memdump.view;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.task.Task;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TrunkLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A view whose nodes are classes or allocation sites: those of most bytes, an edge where objects of one refer to
 * objects of another, the heaviest first. It is laid out as a forest in which each group hangs on the one that holds
 * most bytes of it.
 */
final class GroupedView {
    private static final float SMALLEST = 6;
    private static final float LARGEST = 72;
    private static final int LONGEST_NAME = 40;
    /** How the names of singleton classes begin, of which each class object is an instance. */
    private static final String SINGLETON = "#<Class:";

    private final Heap heap;
    private final ClassGraph graph;
    private final Recipe recipe;
    private final Findings findings;
    private final ViewGroup[] groups;
    private final int[] examples;
    private final ObjectNames naming;
    /** How many groups are shown as themselves; if there is one more node, it stands for the others. */
    private final int shown;
    private final List<String> omissions = new ArrayList<>();
    /** The groups that are shown, each after the one that it hangs on. */
    private int[] order;
    private int[] parents;

    private GroupedView(Recipe recipe, Findings findings, Task task) {
        this.recipe = recipe;
        this.findings = findings;
        this.heap = findings.heap();
        this.naming = new ObjectNames(heap);
        Grouping grouping = recipe.subject() == Recipe.Subject.CLASSES ? Grouping.CLASS : Grouping.SITE;
        NodeSet objects = recipe.asks(Recipe.Option.CLEANUP) ? CommonCleanup.remaining(heap)
            : NodeSet.all(heap.objectCount());
        this.graph = ClassGraph.of(heap, grouping, objects, task);
        this.shown = shown();
        this.groups = new ViewGroup[Math.min(graph.size(), shown + 1)];
        this.examples = new int[groups.length];
        describe(objects);
        if (groups.length > shown) {
            addRest();
        }
    }

    /** One node of the budget is for what is not shown; each step that asks for more adds to it. */
    private int shown() {
        long asked = recipe.steps().stream().filter(step -> step.kind() == Step.Kind.EXPAND_MORE).count();
        int fitting = graph.size() <= recipe.budget().nodes() ? graph.size() : Math.max(1, recipe.budget().nodes() - 1);
        return (int) Math.min(graph.size(), fitting + asked * Continuation.BATCH);
    }

    private void addRest() {
        long objects = 0;
        long bytes = 0;
        for (int group = shown; group < graph.size(); group++) {
            objects += graph.objects(group);
            bytes = Saturating.sum(bytes, graph.memsize(group));
        }
        groups[shown] = ViewGroup.rest(recipe.subject().id(), objects, bytes);
        omissions.addAll(Omissions.ofGroups(shown, graph.size(),
            recipe.subject() == Recipe.Subject.CLASSES ? "classes" : "allocation sites", bytes,
            recipe.budget().nodes()));
    }

    static View of(Recipe recipe, Findings findings, Task task) {
        GroupedView view = new GroupedView(recipe, findings, task);
        Set<Integer> removed = view.removed();
        view.hang(removed);
        return view.assembled();
    }

    /** Of each group the largest object stands for it where one object is asked for. */
    private void describe(NodeSet objects) {
        boolean byClass = recipe.subject() == Recipe.Subject.CLASSES;
        Map<String, Integer> numbers = new HashMap<>();
        for (int group = 0; group < groups.length; group++) {
            numbers.put(graph.key(group), group);
        }
        Arrays.fill(examples, Heap.NO_OBJECT);
        objects.forEach(object -> {
            Integer group = numbers.get(byClass ? heap.className(object) : heap.sites().place(heap.site(object)));
            if (group != null && (examples[group] < 0 || heap.memsize(object) > heap.memsize(examples[group]))) {
                examples[group] = object;
            }
        });
        for (int group = 0; group < groups.length; group++) {
            groups[group] = byClass
                ? ViewGroup.ofClass(heap, examples[group], graph.objects(group), graph.memsize(group))
                : ViewGroup.ofSite(heap, examples[group], graph.objects(group), graph.memsize(group));
        }
    }

    private Set<Integer> removed() {
        Set<Integer> removed = new HashSet<>();
        for (Step step : recipe.steps()) {
            boolean more = step.kind() == Step.Kind.EXPAND_MORE;
            if (!more && step.kind() != Step.Kind.REMOVE || step.objects().isEmpty()) {
                throw new IllegalArgumentException("Its nodes are groups of objects, not objects: they can be removed, "
                    + "and more of them shown. To see the objects of a class, show the selection class = \"Name\".");
            }
            if (more) {
                continue;
            }
            for (int group = 0; group < groups.length; group++) {
                if (step.objects().contains(groups[group].id())) {
                    removed.add(group);
                }
            }
        }
        return removed;
    }

    /** Lets each group hang on the one that holds most bytes of it, unless that hangs on itself that way. */
    private void hang(Set<Integer> removed) {
        int[] parent = new int[groups.length];
        Arrays.fill(parent, Forest.NO_PARENT);
        int[] above = new int[groups.length];
        Arrays.setAll(above, group -> group);
        Integer[] byBytes = new Integer[graph.edgeCount()];
        Arrays.setAll(byBytes, edge -> edge);
        Arrays.sort(byBytes, (a, b) -> Long.compare(graph.heldMemsize(b), graph.heldMemsize(a)));
        for (int edge : byBytes) {
            int source = graph.source(edge);
            int target = graph.target(edge);
            boolean both = source < shown && target < shown && !removed.contains(source) && !removed.contains(target);
            if (both && parent[target] < 0 && top(source, above) != target) {
                parent[target] = source;
                above[target] = source;
            }
        }
        order(parent, removed);
    }

    /** Returns the group on top of the tree of one, and shortens the way there. */
    private static int top(int group, int[] above) {
        int on = group;
        while (above[on] != on) {
            above[on] = above[above[on]];
            on = above[on];
        }
        return on;
    }

    private void order(int[] parent, Set<Integer> removed) {
        List<List<Integer>> children = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            children.add(new ArrayList<>());
        }
        List<Integer> ordered = new ArrayList<>();
        for (int group = 0; group < groups.length; group++) {
            if (parent[group] >= 0) {
                children.get(parent[group]).add(group);
            } else if (!removed.contains(group)) {
                ordered.add(group);
            }
        }
        int[] position = new int[groups.length];
        for (int i = 0; i < ordered.size(); i++) {
            position[ordered.get(i)] = i;
            ordered.addAll(children.get(ordered.get(i)));
        }
        order = ordered.stream().mapToInt(group -> group).toArray();
        parents = Arrays.stream(order).map(group -> parent[group] < 0 ? Forest.NO_PARENT : position[parent[group]])
            .toArray();
    }

    private View assembled() {
        Roles roles = new Roles(Findings.of(heap).build(), NodeSet.none(heap.objectCount()));
        float[] diameters = new float[order.length];
        double[] masses = new double[order.length];
        boolean[] eligible = new boolean[order.length];
        String[] names = new String[order.length];
        double scale = (LARGEST - SMALLEST) / Math.sqrt(Math.max(1, graph.size() == 0 ? 1 : graph.memsize(0)));
        for (int i = 0; i < order.length; i++) {
            long bytes = Math.max(0, groups[order[i]].memsize());
            diameters[i] = (float) Math.min(LARGEST, SMALLEST + scale * Math.sqrt(bytes));
            masses[i] = diameters[i] * diameters[i];
            eligible[i] = true;
            names[i] = name(order[i]);
        }
        Positions positions = TrunkLayout.of(new Forest(parents, diameters), eligible, masses, names);
        List<ViewNode> nodes = new ArrayList<>();
        BitSet trunk = new BitSet();
        for (int i = 0; i < order.length; i++) {
            NodeRole role = order[i] < shown ? roles.of(examples[order[i]]) : NodeRole.REST;
            nodes.add(new ViewNode(examples[order[i]], names[i], role.rgb(), diameters[i], positions.x(i),
                positions.y(i)).asGroup(groups[order[i]]));
            trunk.set(i, positions.onTrunk(i));
        }
        List<ViewFan> fans = new ArrayList<>();
        for (Positions.Fan fan : positions.fans()) {
            fans.add(new ViewFan(fan.hub() < 0 ? ViewFan.NO_HUB : fan.hub(), fan.x(), fan.y(), fan.radius(),
                List.of()));
        }
        return new View(recipe, findings, nodes, edges(), omissions,
            new Sketch(trunk, parents, fans, positions.letterHeight()));
    }

    private String name(int group) {
        if (group >= shown) {
            return String.format(Locale.ROOT, "+ %,d more", graph.size() - shown);
        }
        String key = graph.key(group);
        if (key.isEmpty()) {
            key = "not known where";
        } else if (recipe.subject() == Recipe.Subject.SITES) {
            key = key.substring(key.lastIndexOf('/') + 1);
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

    private List<ViewEdge> edges() {
        int[] position = new int[groups.length];
        Arrays.fill(position, -1);
        for (int i = 0; i < order.length; i++) {
            position[order[i]] = i;
        }
        List<ViewEdge> edges = new ArrayList<>();
        int left = 0;
        for (int edge : graph.edges(shown, 1)) {
            int source = position[graph.source(edge)];
            int target = position[graph.target(edge)];
            if (source >= 0 && target >= 0) {
                if (edges.size() < recipe.budget().edges()) {
                    edges.add(new ViewEdge(source, target, EdgeKind.REFERENCE,
                        (int) Math.min(Integer.MAX_VALUE, graph.references(edge))));
                } else {
                    left++;
                }
            }
        }
        if (left > 0) {
            omissions.add(String.format(Locale.ROOT, "Not drawn: %,d edges that stand for the fewest references "
                + "(raise --edges, now %,d).", left, recipe.budget().edges()));
        }
        return edges;
    }
}
