package io.github.memdump.view.assembly;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.HolderReach;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.MainHolders;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewFan;
import io.github.memdump.view.ViewGroup;
import io.github.memdump.view.ViewNode;
import io.github.memdump.view.choice.ViewBuilder;
import io.github.memdump.view.choice.ViewObjects;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TrunkLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a view of what was chosen: colours, sizes, places, labels. */
final class Assembly {
    /** What part of the new objects an old one holds to be shown by name. */
    private static final double MUCH_HELD = 0.05;

    /** What is shown with its paths from the roots, which are the trunk then. */
    private static final Set<Recipe.Subject> OF_PATHS = EnumSet.of(Recipe.Subject.BORDER, Recipe.Subject.SELECTION,
        Recipe.Subject.GROWTH, Recipe.Subject.SUSPECTS);

    private final Findings findings;
    private final ViewObjects shown;
    private final NodeRole[] roles;
    private final float[] diameters;
    private final ObjectNames naming;
    private final String[] names;
    private final boolean wholeTrunk;
    private final boolean fromRoots;
    private final boolean backwards;
    private final HolderReach reach;

    /** Styles what was chosen; {@code members} are the objects that the view is about, if it is about a class. */
    Assembly(Findings findings, ViewObjects shown, Recipe.Subject subject, NodeSet members, Task task) {
        this.findings = findings;
        this.shown = shown;
        this.wholeTrunk = !OF_PATHS.contains(subject);
        this.fromRoots = !wholeTrunk || subject == Recipe.Subject.HEAP;
        this.backwards = subject == Recipe.Subject.REFERRERS;
        Column leading = subject == Recipe.Subject.BORDER ? Column.KEEPALIVE_NEW_COUNT : Column.RETAINED_SIZE;
        Roles tell = new Roles(findings, members);
        naming = new ObjectNames(findings.heap());
        roles = new NodeRole[shown.size()];
        names = new String[shown.size()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = shown.isRest(i) || shown.isRun(i) ? NodeRole.REST : tell.of(shown.objects[i]);
            names[i] = name(i);
        }
        reach = reach(task);
        diameters = new NodeSizes(findings, leading, shown, roles, !wholeTrunk, reach).diameters();
    }

    /** Counts what is reached through the old objects that are shown and hold new ones. */
    private HolderReach reach(Task task) {
        NodeSet.Builder holders = NodeSet.builder(findings.heap().objectCount());
        NodeSet border = findings.border().map(Border::oldBorder).orElse(NodeSet.none(findings.heap().objectCount()));
        for (int i = 0; i < roles.length; i++) {
            if (!shown.isRest(i) && !shown.isRun(i) && border.contains(shown.objects[i])) {
                holders.add(shown.objects[i]);
            }
        }
        NodeSet newObjects = findings.diff().map(HeapDiff::newObjects)
            .orElse(NodeSet.none(findings.heap().objectCount()));
        return HolderReach.of(findings.heap(), newObjects, holders.build(), task);
    }

    private String name(int position) {
        if (shown.isRest(position)) {
            return String.format(Locale.ROOT, "+ %,d more", shown.rest(position));
        }
        Optional<OwnObjects.Kind> own = findings.diff().flatMap(diff -> diff.own().kind(shown.objects[position]));
        String name = own.map(kind -> "the dump's own " + kind.word())
            .orElseGet(() -> naming.of(shown.objects[position]));
        int[] members = shown.members(position);
        if (shown.isRun(position)) {
            boolean alike = Arrays.stream(members).allMatch(member -> naming.of(member).equals(name));
            return String.format(Locale.ROOT, alike ? "+ %,d more alike" : "+ %,d more", members.length);
        }
        return shown.isGroup(position) ? String.format(Locale.ROOT, "%s ×%,d", name, members.length) : name;
    }

    View view(Recipe recipe, Findings told, List<ViewEdge> edges, List<String> omissions) {
        Positions positions = layOut();
        FanGroups[] groups = groups(positions);
        String[] labels = new Labels(shown, names).texts(positions, groups);
        List<ViewNode> nodes = new ArrayList<>();
        BitSet trunk = new BitSet();
        for (int i = 0; i < shown.size(); i++) {
            ViewNode node = new ViewNode(hook(i), labels[i], roles[i].rgb(), diameters[i], positions.x(i),
                positions.y(i)).named(names[i]);
            nodes.add(shown.isRest(i) ? node.asRest(shown.rest(i)) : shown.isRun(i)
                ? node.asRun(shown.members(i).length) : shown.isGroup(i)
                ? node.asGroup(ViewGroup.held(findings, holder(i), shown.members(i))) : node);
            trunk.set(i, positions.onTrunk(i));
        }
        List<ViewFan> fans = new ArrayList<>();
        for (int f = 0; f < groups.length; f++) {
            Positions.Fan fan = positions.fans().get(f);
            int hub = fan.hub() < 0 ? ViewFan.NO_HUB : fan.hub();
            fans.add(new ViewFan(hub, fan.x(), fan.y(), fan.radius(), groups[f].groups()));
        }
        return new View(recipe, findings, told, nodes, edges, omissions,
            new Sketch(trunk, shown.parents, fans, positions.letterHeight()).reaching(reach));
    }

    /** A run has the name of what it hangs on, unless that is the name of a rest already. */
    private int hook(int position) {
        int parent = shown.isRun(position) ? shown.parents[position] : ViewBuilder.NO_PARENT;
        return parent < 0 || shown.isRun(parent) || shown.hasRest(shown.objects[parent]) ? shown.objects[position]
            : shown.objects[parent];
    }

    private String holder(int position) {
        return shown.parents[position] < 0 ? "" : findings.heap().identity(shown.objects[shown.parents[position]]);
    }

    private Positions layOut() {
        boolean[] eligible = new boolean[shown.size()];
        double[] masses = new double[shown.size()];
        boolean rootless = !fromRoots || findings.heap().roots().length == 0;
        for (int i = eligible.length - 1; i >= 0; i--) {
            int parent = shown.parents[i];
            boolean path = roles[i] == NodeRole.ROOT || roles[i] == NodeRole.OLD || roles[i] == NodeRole.HOLDER;
            eligible[i] |= (path && !wholeTrunk) || roles[i] == NodeRole.ROOT;
            if ((eligible[i] || wholeTrunk) && parent >= 0) {
                // A new object that leads to an old one, as a thread does, is a part of the path.
                eligible[parent] = true;
            }
            // What no root reaches has a disc of its own.
            eligible[i] &= parent >= 0 || roles[i] == NodeRole.ROOT || rootless;
            masses[i] = path && !wholeTrunk ? 0 : diameters[i] * diameters[i];
        }
        addWhatIsHeldBesides(masses);
        addMainHolders(masses, eligible);
        return TrunkLayout.of(new Forest(shown.parents, diameters), eligible, masses, names);
    }

    /** An old object that holds many of the new ones belongs on the trunk even if they hang on another. */
    private void addWhatIsHeldBesides(double[] masses) {
        if (wholeTrunk) {
            return;
        }
        Graph references = findings.heap().references();
        double[] heldBesides = new double[masses.length];
        double all = 0;
        for (int i = 0; i < masses.length; i++) {
            all += masses[i];
            int end = shown.isRest(i) ? 0 : references.to(shown.objects[i]);
            for (int e = references.from(shown.objects[i]); e < end; e++) {
                int target = shown.position(references.target(e));
                heldBesides[i] += target >= 0 && shown.parents[target] != i ? masses[target] : 0;
            }
        }
        for (int i = 0; i < masses.length; i++) {
            if (roles[i] == NodeRole.HOLDER && heldBesides[i] >= MUCH_HELD * all) {
                masses[i] += heldBesides[i] / 4;
            }
        }
    }

    /** Where rows are given to what is large, those through which most new objects are reached have one as well. */
    private void addMainHolders(double[] masses, boolean[] eligible) {
        double all = Arrays.stream(masses).sum();
        Stream<Integer> holders = IntStream.range(0, roles.length).boxed().filter(i -> roles[i] != NodeRole.REST
            && reach.count(shown.objects[i]) != HolderReach.NOT_COUNTED);
        for (int holder : MainHolders.of(holders, position -> reach.count(shown.objects[position]))) {
            for (int position : way(holder)) {
                masses[position] += MUCH_HELD * all;
                eligible[position] |= shown.parents[position] >= 0;
            }
        }
    }

    /** A holder and, where what leads to it hangs on it and not the other way round, what is shown of its path. */
    private int[] way(int holder) {
        int[] path = backwards ? findings.fromRoots().map(from -> from.path(shown.objects[holder])).orElse(new int[0])
            : new int[0];
        return IntStream.concat(IntStream.of(holder), IntStream.of(path).map(shown::position)
            .filter(position -> position >= 0 && position != holder)).toArray();
    }

    private FanGroups[] groups(Positions positions) {
        Map<Integer, IntList> byHub = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            int parent = shown.parents[i];
            boolean isObject = !shown.isRest(i) && !shown.isRun(i);
            if (isObject && !positions.onTrunk(i) && (parent < 0 || positions.onTrunk(parent))) {
                byHub.computeIfAbsent(parent, any -> new IntList()).add(i);
            }
        }
        int[] inside = new int[shown.size()];
        long[] kept = new long[shown.size()];
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (shown.isRest(i)) {
                continue;
            }
            kept[i] = Math.max(0, findings.number(Column.KEEPALIVE_NEW_COUNT, shown.objects[i]));
            inside[i] += findings.number(Column.IN_AFTER, shown.objects[i]) == 1 ? shown.members(i).length : 0;
            if (shown.parents[i] >= 0) {
                inside[shown.parents[i]] += inside[i];
            }
        }
        FanGroups[] groups = new FanGroups[positions.fans().size()];
        for (int f = 0; f < groups.length; f++) {
            int hub = positions.fans().get(f).hub();
            groups[f] = new FanGroups(byHub.getOrDefault(hub, new IntList()).toArray(), names, diameters, roles,
                inside, kept, held(hub));
        }
        return groups;
    }

    /** Counts the new objects that a hub holds, shown or not, by name; nothing where there is no difference. */
    private Map<String, Integer> held(int hub) {
        if (hub < 0 || wholeTrunk || findings.diff().isEmpty()) {
            return Map.of();
        }
        Heap heap = findings.heap();
        NodeSet newObjects = findings.diff().map(HeapDiff::newObjects).orElseThrow();
        Graph references = heap.references();
        Map<String, Integer> held = new HashMap<>();
        int object = shown.objects[hub];
        for (int i = references.from(object); i < references.to(object); i++) {
            if (newObjects.contains(references.target(i))) {
                held.merge(naming.of(references.target(i)), 1, Integer::sum);
            }
        }
        return held;
    }
}
