package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every operation on subsets against its definition, on whole heaps and on random parts. */
class HeapSubsetAgainstBruteForceTest {
    private static final int SEEDS = 25;

    /** Checks an operation on the whole heap and on the part of many seeds. */
    private interface Check {
        void of(SubsetTrial trial, HeapSubset subset, GemModel model);
    }

    private static void onAll(Check check) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SubsetTrial trial = new SubsetTrial(seed);
            check.of(trial, trial.whole, trial.wholeModel);
            check.of(trial, trial.part, trial.partModel);
        }
    }

    private static Set<String> and(Set<String> a, Set<String> b) {
        Set<String> both = new TreeSet<>(a);
        both.retainAll(b);
        return both;
    }

    @Test
    void keepsObjectsAndTheReferencesAmongThem() {
        onAll((trial, subset, model) -> {
            NodeSet kept = trial.some(3);
            Set<String> names = trial.names(kept);
            assertEquals(model.graph, trial.graph(subset), trial.toString());
            assertEquals(model.keep(names::contains).graph, trial.graph(subset.keep(kept)), trial.toString());
            assertEquals(model.without(names).graph, trial.graph(subset.without(kept)), trial.toString());
            assertEquals(model.keep(names::contains).graph, trial.graph(subset.keep(kept::contains)), trial.toString());
        });
    }

    @Test
    void turnsReferencesRound() {
        onAll((trial, subset, model) -> {
            Map<String, Set<String>> turned = new TreeMap<>();
            model.graph.keySet().forEach(object -> turned.put(object, new TreeSet<>()));
            model.graph.forEach((object, targets) -> targets.forEach(target -> turned.get(target).add(object)));
            assertEquals(turned, trial.graph(subset.rewritten(subset.referrers())), trial.toString());
        });
    }

    @Test
    void findsObjectsByClassAndType() {
        onAll((trial, subset, model) -> {
            assertEquals(model.keep(o -> trial.oracle.className(o).equals("K1")).graph,
                trial.graph(subset.objectsOfClass("K1")), trial.toString());
            assertEquals(model.keep(o -> trial.oracle.className(o).startsWith("K")).graph,
                trial.graph(subset.objectsOfClass(Pattern.compile("^K"))), trial.toString());
            assertEquals(model.keep(o -> trial.oracle.type(o).equals("STRING")).graph,
                trial.graph(subset.objectsOfType("STRING")), trial.toString());
            assertEquals(0, subset.objectsOfType("NO SUCH TYPE").size());
        });
    }

    @Test
    void collapsesAsIfOneByOne() {
        onAll((trial, subset, model) -> {
            NodeSet collapsed = trial.few(2);
            HeapSubset left = subset.collapse(collapsed, Task.UNWATCHED);
            Map<String, Set<String>> expected = model.collapse(trial.names(collapsed)).graph;
            assertEquals(expected, trial.graph(left), trial.toString());
            NodeSet more = trial.few(3);
            assertEquals(new GemModel(expected).collapse(trial.names(more)).graph,
                trial.graph(left.collapse(more, Task.UNWATCHED)), trial.toString());
        });
    }

    @Test
    void cleansUpInTheCommonWay() {
        onAll((trial, subset, model) -> {
            Set<String> weak = model.keep(o -> trial.oracle.className(o).equals("WeakRef")).graph.keySet();
            Set<String> collapsed = model.keep(o ->
                Set.of("IMEMO", "HASH", "ARRAY").contains(trial.oracle.type(o))
                || Set.of("Set", "RubyVM::Env").contains(trial.oracle.className(o))
                || trial.heap.sites().method(trial.heap.site(Identities.find(trial.heap, o))).equals("dump_all"))
                .graph.keySet();
            assertEquals(model.without(weak).collapse(collapsed).graph,
                trial.graph(CommonCleanup.of(subset, Task.UNWATCHED)), trial.toString());
        });
    }

    @Test
    void findsRootsAndAddsChildren() {
        onAll((trial, subset, model) -> {
            assertEquals(model.roots(), trial.names(Roots.of(subset).objects()), trial.toString());
            NodeSet parents = trial.few(6);
            Set<String> expected = model.reach(trial.names(parents), 1);
            assertEquals(model.keep(expected::contains).graph, trial.graph(Roots.withChildren(subset, parents)),
                trial.toString());
        });
    }

    @Test
    void walksDownToADepthAndUpToTheRoots() {
        onAll((trial, subset, model) -> {
            for (int i = 0; i < 8; i++) {
                int object = trial.random.nextInt(trial.heap.objectCount());
                int depth = i == 0 ? Integer.MAX_VALUE : trial.random.nextInt(4);
                Set<String> below = model.reach(List.of(trial.heap.identity(object)), depth);
                assertEquals(model.keep(below::contains).graph,
                    trial.graph(SubgraphOf.of(subset, object, depth, Task.UNWATCHED)), trial.toString());
                Set<String> above = model.ancestors(trial.heap.identity(object));
                assertEquals(model.keep(above::contains).graph,
                    trial.graph(RootOf.of(subset, object, Task.UNWATCHED)), trial.toString());
            }
        });
    }

    @Test
    void removesANodeAndWhatOnlyItKeepsAlive() {
        onAll((trial, subset, model) -> {
            for (int i = 0; i < 8; i++) {
                int object = trial.random.nextInt(trial.heap.objectCount());
                String name = trial.heap.identity(object);
                Set<String> left = model.without(Set.of(name)).reach(model.roots(), Integer.MAX_VALUE);
                assertEquals(model.keep(left::contains).graph,
                    trial.graph(RemoveNode.from(subset, object, Task.UNWATCHED)), trial.toString());
            }
        });
    }

    @Test
    void findsParentsAndCountsTheirChildren() {
        onAll((trial, subset, model) -> {
            NodeSet children = trial.few(3);
            Set<String> names = and(trial.names(children), model.graph.keySet());
            for (int min = 0; min < 3; min++) {
                ParentsOf search = ParentsOf.objects(children).referringToMoreThan(min);
                Parents parents = search.in(subset, Task.UNWATCHED);
                assertEquals(model.parents(names, min, false), trial.names(parents.subset().objects()),
                    trial.toString());
                assertEquals(model.parents(names, min, true),
                    trial.names(search.excludingThem().in(subset, Task.UNWATCHED).subset().objects()),
                    trial.toString());
                parents.subset().objects().forEach(object ->
                    assertEquals(and(model.graph.get(trial.heap.identity(object)), names).size(), parents.count(object),
                        trial.toString()));
                trial.whole.without(parents.subset().objects()).objects().forEach(object ->
                    assertEquals(0, parents.count(object)));
            }
        });
    }

    @Test
    void removesSmallComponents() {
        onAll((trial, subset, model) -> {
            for (int most : new int[] {0, 1, 2, 3, 10}) {
                HeapSubset sparse = subset.keep(trial.some(2));
                Set<String> kept = trial.names(sparse.objects());
                GemModel sparseModel = model.keep(kept::contains);
                assertEquals(sparseModel.without(sparseModel.smallComponents(most)).graph,
                    trial.graph(SmallComponents.removedFrom(sparse, most, Task.UNWATCHED)), trial.toString());
            }
        });
    }

    @Test
    void groupsObjectsAndGroupsAgain() {
        onAll((trial, subset, model) -> {
            NodeSet first = trial.few(6);
            Set<String> members = and(trial.names(first), model.graph.keySet());
            HeapSubset grouped = ObjectGroup.in(subset, "first", first, Task.UNWATCHED);
            GemModel expected = model.group("first", members);
            assertEquals(expected.graph, trial.graph(grouped), trial.toString());
            ObjectGroup group = grouped.groups().get(0);
            assertEquals(members, trial.names(group.members()), trial.toString());
            assertEquals(members.stream().mapToLong(trial.oracle::memsize).sum(), grouped.memsize(group.object()),
                trial.toString());

            NodeSet all = NodeSet.of(trial.heap.objectCount(), group.object()).or(trial.few(10));
            Set<String> both = new HashSet<>(trial.names(all));
            both.remove(trial.heap.identity(group.object()));
            both = new HashSet<>(and(both, expected.graph.keySet()));
            both.add("first");
            HeapSubset again = ObjectGroup.in(grouped, "second", all, Task.UNWATCHED);
            assertEquals(expected.group("second", both).graph, trial.graph(again), trial.toString());
            assertEquals(1, again.groups().size(), "the first is dissolved");
            both.remove("first");
            both.addAll(members);
            assertEquals(new TreeSet<>(both), trial.names(again.groups().get(0).members()), trial.toString());
            assertTrue(again.without(again.objects()).groups().isEmpty(), "a group goes with its object");
            assertFalse(ObjectGroup.in(subset, "none", NodeSet.none(trial.heap.objectCount()), Task.UNWATCHED)
                .groups().iterator().hasNext());
        });
    }

    @Test
    void addsClassReferences() {
        onAll((trial, subset, model) -> {
            GemModel expected = new GemModel(model.graph);
            expected.graph.forEach((object, targets) -> {
                int number = trial.heap.classNumber(Identities.find(trial.heap, object));
                int classObject = trial.heap.classes().object(number);
                if (classObject >= 0 && model.graph.containsKey(trial.heap.identity(classObject))) {
                    targets.add(trial.heap.identity(classObject));
                }
            });
            assertEquals(expected.graph, trial.graph(ReplaceClass.withReferences(subset, Task.UNWATCHED)),
                trial.toString());
            assertFalse(expected.graph.equals(model.graph), "the seed has class references");
        });
    }

    @Test
    void findsTheInterfaceOfTwoParts() {
        onAll((trial, subset, model) -> {
            NodeSet inner = trial.few(3);
            Set<String> names = and(trial.names(inner), model.graph.keySet());
            Border border = Border.of(subset, inner, Task.UNWATCHED);
            Set<String> rest = new TreeSet<>(model.graph.keySet());
            rest.removeAll(names);
            assertEquals(and(model.parents(names, 0, true), rest), trial.names(border.oldBorder()), trial.toString());
            Set<String> held = new TreeSet<>();
            rest.forEach(object -> held.addAll(and(model.graph.get(object), names)));
            assertEquals(held, trial.names(border.newBorder()), trial.toString());
            KeepAlive counts = KeepAlive.of(subset, border.newBorder(), Task.UNWATCHED);
            border.newBorder().forEach(object -> assertEquals(
                model.reach(List.of(trial.heap.identity(object)), Integer.MAX_VALUE).size(), counts.count(object),
                trial.toString()));
        });
    }

    @Test
    void ranksByOutDegree() {
        onAll((trial, subset, model) -> {
            int[] ranked = OutDegree.ranked(subset, 2);
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < ranked.length; i++) {
                sizes.add(model.graph.get(trial.heap.identity(ranked[i])).size());
                assertTrue(i == 0 || sizes.get(i - 1) > sizes.get(i)
                    || sizes.get(i - 1).equals(sizes.get(i)) && ranked[i - 1] < ranked[i], trial.toString());
            }
            assertEquals(model.graph.values().stream().filter(targets -> targets.size() >= 2).count(), ranked.length);
            Consumer<Integer> atLeastTwo = size -> assertTrue(size >= 2, trial.toString());
            sizes.forEach(atLeastTwo);
        });
    }

    @Test
    void samplesByItsSeed() {
        onAll((trial, subset, model) -> {
            HeapSubset sample = Sample.of(subset, 0.5, 7);
            assertEquals(sample.objects(), Sample.of(subset, 0.5, 7).objects(), trial.toString());
            assertFalse(sample.objects().equals(Sample.of(subset, 0.5, 8).objects()), trial.toString());
            assertTrue(sample.size() > subset.size() / 4 && sample.size() < subset.size() * 3 / 4, trial.toString());
            assertEquals(subset.objects(), Sample.of(subset, 1, 7).objects());
            assertEquals(0, Sample.of(subset, 0, 7).size());
        });
    }

    @Test
    void keepsOnlyShortestPathsFromRoots() {
        onAll((trial, subset, model) -> {
            NodeSet targets = trial.few(8);
            NodeSet roots = NodeSet.of(trial.heap.objectCount(), trial.heap.roots());
            checkPaths(trial, model, RootsOf.of(subset, targets, Task.UNWATCHED), targets, List.of(roots.toArray()));
            NodeSet given = trial.few(40);
            List<int[]> each = new ArrayList<>();
            Arrays.stream(given.toArray()).forEach(root -> each.add(new int[] {root}));
            checkPaths(trial, model, RootsOf.from(subset, given, targets, Task.UNWATCHED), targets, each);
        });
    }

    /** Checks that what was found holds a shortest path to each target, and no more than one path could need. */
    private static void checkPaths(SubsetTrial trial, GemModel model, HeapSubset found, NodeSet targets,
        List<int[]> starts) {
        Set<String> kept = trial.names(found.objects());
        GemModel foundModel = model.keep(kept::contains);
        assertEquals(foundModel.graph, trial.graph(found), trial.toString());
        long needed = 0;
        for (int[] group : starts) {
            for (String target : and(trial.names(targets), model.graph.keySet())) {
                int best = nearest(trial, model, group, target);
                assertEquals(best, nearest(trial, foundModel, group, target), trial + " " + target);
                needed += best + 1;
            }
        }
        assertTrue(kept.size() <= needed, trial.toString());
        if (starts.isEmpty()) {
            assertEquals(0, found.size());
        }
    }

    private static int nearest(SubsetTrial trial, GemModel model, int[] starts, String target) {
        int best = -1;
        for (int start : starts) {
            String name = trial.heap.identity(start);
            int distance = model.graph.containsKey(name) ? model.distance(name, target) : -1;
            best = distance >= 0 && (best < 0 || distance < best) ? distance : best;
        }
        return best;
    }
}
