package io.github.memdump.view;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.task.Task;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TrunkLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a view whose nodes are classes or allocation sites: the largest, as large as their bytes. */
final class GroupView {
    private static final float SMALLEST = 6;
    private static final float LARGEST = 72;
    private static final int NAMED_IN_A_DISC = 8;
    /** How many parts of a path tell a file. */
    private static final int PARTS_OF_PATH = 2;

    private final Recipe recipe;
    private final Findings findings;
    private final ClassGraph graph;
    private final GroupTree tree;
    private final int[] places;
    private final GroupMembers members;

    private GroupView(Recipe recipe, Findings findings, Task task) {
        this.recipe = recipe;
        this.findings = findings;
        Heap heap = findings.heap();
        NodeSet objects = NodeSet.where(heap.objectCount(), object -> heap.type(object) != RecordTypes.SHAPE);
        Grouping grouping = recipe.subject() == Recipe.Subject.CLASSES ? Grouping.CLASS : Grouping.SITE;
        graph = ClassGraph.of(heap, grouping, objects, task);
        members = new GroupMembers(findings, grouping, objects, graph);
        tree = new GroupTree(graph, Math.min(graph.size(), recipe.budget().nodes()));
        places = new int[tree.parents().length];
        for (int place = 0; place < places.length; place++) {
            places[tree.group(place)] = place;
        }
    }

    /**
     * Returns the view.
     *
     * @throws IllegalArgumentException if the recipe has steps
     */
    static View of(Recipe recipe, Findings findings, Task task) {
        if (!recipe.steps().isEmpty()) {
            throw new IllegalArgumentException("Steps are done at objects, and the nodes of this view are "
                + plural(recipe) + ": choose the objects of one by a selection, such as class = \"Foo\".");
        }
        return new GroupView(recipe, findings, task).view();
    }

    private static String plural(Recipe recipe) {
        return recipe.subject() == Recipe.Subject.CLASSES ? "classes" : "allocation sites";
    }

    private View view() {
        String[] names = new String[places.length];
        float[] diameters = new float[places.length];
        NodeRole[] roles = new NodeRole[places.length];
        double scale = (LARGEST - SMALLEST) / Math.sqrt(Math.max(1, graph.size() > 0 ? graph.memsize(0) : 1));
        for (int place = 0; place < places.length; place++) {
            int group = tree.group(place);
            names[place] = String.format(Locale.ROOT, "%s ×%,d", called(graph.key(group)), graph.objects(group));
            diameters[place] = (float) (SMALLEST + scale * Math.sqrt(graph.memsize(group)));
            roles[place] = members.role(group);
        }
        Positions positions = layOut(names, diameters);
        List<ViewFan> fans = fans(positions, names, diameters, roles);
        boolean[] isNamed = named(positions, diameters);
        List<ViewNode> nodes = new ArrayList<>();
        BitSet trunk = new BitSet();
        for (int place = 0; place < places.length; place++) {
            nodes.add(ViewNode.of(group(tree.group(place)), isNamed[place] ? names[place] : "", roles[place].rgb(),
                diameters[place], positions.x(place), positions.y(place)));
            trunk.set(place, positions.onTrunk(place));
        }
        int[] drawn = graph.edges(places.length, 1);
        int budget = recipe.budget().edges();
        List<String> omissions = new ArrayList<>(Omissions.ofGroups(plural(recipe), places.length, graph.size(),
            recipe.budget().nodes()));
        omissions.addAll(Omissions.ofGroupEdges(Math.max(0, drawn.length - budget), budget));
        return new View(recipe, findings, nodes, edges(Arrays.copyOf(drawn, Math.min(budget, drawn.length))),
            omissions, new Sketch(trunk, tree.parents(), fans, positions.letterHeight()));
    }

    private ViewGroup group(int group) {
        String key = graph.key(group);
        if (recipe.subject() == Recipe.Subject.CLASSES) {
            return ViewGroup.ofClass(key, graph.objects(group), graph.memsize(group));
        }
        SiteTable sites = findings.heap().sites();
        int site = findings.heap().site(members.first(group));
        return ViewGroup.ofSite(key, sites.file(site), sites.line(site), graph.objects(group), graph.memsize(group));
    }

    /** A path is long: its end tells. */
    private String called(String key) {
        if (recipe.subject() == Recipe.Subject.CLASSES) {
            return key;
        }
        int from = key.length();
        for (int part = 0; part < PARTS_OF_PATH && from >= 0; part++) {
            from = key.lastIndexOf('/', from - 1);
        }
        return key.isEmpty() ? "(place not known)" : key.substring(from + 1);
    }

    private Positions layOut(String[] names, float[] diameters) {
        boolean[] eligible = new boolean[places.length];
        Arrays.fill(eligible, true);
        double[] masses = new double[places.length];
        Arrays.setAll(masses, place -> diameters[place] * diameters[place]);
        return TrunkLayout.of(new Forest(tree.parents(), diameters), eligible, masses, names);
    }

    private List<ViewFan> fans(Positions positions, String[] names, float[] diameters, NodeRole[] roles) {
        Map<Integer, IntList> byHub = new HashMap<>();
        for (int place = 0; place < places.length; place++) {
            int parent = tree.parents()[place];
            if (!positions.onTrunk(place) && (parent < 0 || positions.onTrunk(parent))) {
                byHub.computeIfAbsent(parent, any -> new IntList()).add(place);
            }
        }
        List<ViewFan> fans = new ArrayList<>();
        for (Positions.Fan fan : positions.fans()) {
            int[] inside = byHub.getOrDefault(fan.hub(), new IntList()).toArray();
            FanGroups groups = new FanGroups(inside, names, diameters, roles, new int[places.length],
                new long[places.length], Map.of());
            fans.add(new ViewFan(fan.hub() < 0 ? ViewFan.NO_HUB : fan.hub(), fan.x(), fan.y(), fan.radius(),
                groups.groups()));
        }
        return fans;
    }

    /** The trunk has room for every name, a disc for those of its largest. */
    private boolean[] named(Positions positions, float[] diameters) {
        boolean[] isNamed = new boolean[places.length];
        Map<Integer, IntList> byHub = new HashMap<>();
        int[] hubs = new int[places.length];
        for (int place = 0; place < places.length; place++) {
            int parent = tree.parents()[place];
            isNamed[place] = positions.onTrunk(place);
            hubs[place] = isNamed[place] ? place : parent < 0 ? Chosen.NO_PARENT : hubs[parent];
            if (!isNamed[place]) {
                byHub.computeIfAbsent(hubs[place], any -> new IntList()).add(place);
            }
        }
        byHub.values().forEach(inside -> Arrays.stream(inside.toArray()).boxed()
            .sorted((one, other) -> Float.compare(diameters[other], diameters[one])).limit(NAMED_IN_A_DISC)
            .forEach(place -> isNamed[place] = true));
        return isNamed;
    }

    private List<ViewEdge> edges(int[] drawn) {
        List<ViewEdge> edges = new ArrayList<>();
        for (int edge : drawn) {
            edges.add(new ViewEdge(places[graph.source(edge)], places[graph.target(edge)], EdgeKind.REFERENCE,
                (int) Math.min(Integer.MAX_VALUE, graph.references(edge))));
        }
        return edges;
    }
}
