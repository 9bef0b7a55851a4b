package io.github.memdump.subset;

import static io.github.memdump.subset.SubsetTrial.and;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Operations that follow references against their definitions, on whole heaps and on random parts. */
class SubsetWalksAgainstBruteForceTest {
    @Test
    void findsRootsAndAddsChildren() {
        SubsetTrial.onAll((trial, subset, model) -> {
            assertEquals(model.roots(), trial.names(Roots.of(subset).objects()), trial.toString());
            NodeSet parents = trial.few(6);
            Set<String> expected = model.reach(trial.names(parents), 1);
            assertEquals(model.keep(expected::contains).graph, trial.graph(Roots.withChildren(subset, parents)),
                trial.toString());
        });
    }

    @Test
    void walksDownToADepthAndUpToTheRoots() {
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
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
    void findsTheInterfaceOfTwoParts() {
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
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
    void keepsOnlyShortestPathsFromRoots() {
        SubsetTrial.onAll((trial, subset, model) -> {
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
