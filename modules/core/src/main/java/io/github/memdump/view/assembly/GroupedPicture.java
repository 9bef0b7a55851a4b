package io.github.memdump.view.assembly;

import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewFan;
import io.github.memdump.view.ViewNode;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TrunkLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lays out a view of groups: a row for each of the larger namespaces, with its name, its classes or sites packed beside
 * it and the largest of them named; small namespaces stand together.
 */
final class GroupedPicture {
    private static final float SMALLEST = 6;
    private static final float LARGEST = 72;

    private final Recipe recipe;
    private final Findings findings;
    private final List<GroupNode> nodes;
    private final NodeRole[] roles;
    private final float[] diameters;

    /** Prepares the picture of nodes, each behind its hub. */
    GroupedPicture(Recipe recipe, Findings findings, List<GroupNode> nodes) {
        this.recipe = recipe;
        this.findings = findings;
        this.nodes = nodes;
        this.roles = new NodeRole[nodes.size()];
        this.diameters = new float[nodes.size()];
        Roles roleOf = new Roles(Findings.of(findings.heap()).build(), NodeSet.none(findings.heap().objectCount()));
        for (int i = 0; i < roles.length; i++) {
            roles[i] = nodes.get(i).isRest ? NodeRole.REST : roleOf.of(nodes.get(i).example);
            diameters[i] = (float) Math.min(LARGEST, SMALLEST + (LARGEST - SMALLEST) * nodes.get(i).part);
        }
    }

    View view(List<ViewEdge> edges, List<String> omissions) {
        int[] parents = nodes.stream().mapToInt(node -> node.hub < 0 ? Forest.NO_PARENT : node.hub).toArray();
        Positions positions = layOut(parents);
        List<ViewNode> placed = new ArrayList<>();
        BitSet trunk = new BitSet();
        for (int i = 0; i < nodes.size(); i++) {
            GroupNode node = nodes.get(i);
            placed.add(new ViewNode(node.example, node.label, roles[i].rgb(), diameters[i], positions.x(i),
                positions.y(i)).asGroup(node.group));
            trunk.set(i, positions.onTrunk(i));
        }
        List<ViewFan> fans = new ArrayList<>();
        for (Positions.Fan fan : positions.fans()) {
            int hub = fan.hub() < 0 ? ViewFan.NO_HUB : fan.hub();
            fans.add(new ViewFan(hub, fan.x(), fan.y(), fan.radius(), hub < 0 ? List.of() : captions(hub)));
        }
        return new View(recipe, findings, findings, placed, edges, omissions,
            new Sketch(trunk, parents, fans, positions.letterHeight()));
    }

    private Positions layOut(int[] parents) {
        boolean[] eligible = new boolean[parents.length];
        double[] masses = new double[parents.length];
        String[] names = new String[parents.length];
        for (int i = 0; i < parents.length; i++) {
            eligible[i] = parents[i] < 0 && !nodes.get(i).isRest;
            masses[i] = diameters[i] * diameters[i];
            names[i] = nodes.get(i).label;
        }
        return TrunkLayout.of(new Forest(parents, diameters), eligible, masses, names);
    }

    /** Names what stands beside a hub, the largest first. */
    private List<ViewFan.Group> captions(int hub) {
        Integer[] beside = IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).hub == hub).boxed()
            .toArray(Integer[]::new);
        Arrays.sort(beside, Comparator.comparingDouble(i -> -nodes.get(i).part));
        return Arrays.stream(beside).map(i -> {
            int objects = (int) Math.min(Integer.MAX_VALUE, nodes.get(i).group.objects());
            String label = nodes.get(i).label;
            int end = label.lastIndexOf(" ×");
            return new ViewFan.Group(end > 0 ? label.substring(0, end) : label, roles[i].rgb(), objects, objects, 0, 0);
        }).collect(Collectors.toList());
    }
}
