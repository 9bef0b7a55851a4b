package io.github.memdump.subset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Choosing, rewriting and grouping objects against the definitions, on whole heaps and on random parts. */
class HeapSubsetAgainstBruteForceTest {
    @Test
    void keepsObjectsAndTheReferencesAmongThem() {
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
            Map<String, Set<String>> turned = new TreeMap<>();
            model.graph.keySet().forEach(object -> turned.put(object, new TreeSet<>()));
            model.graph.forEach((object, targets) -> targets.forEach(target -> turned.get(target).add(object)));
            assertEquals(turned, trial.graph(subset.rewritten(subset.referrers())), trial.toString());
        });
    }

    @Test
    void findsObjectsByClassAndType() {
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
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
        SubsetTrial.onAll((trial, subset, model) -> {
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
    void groupsObjectsAndGroupsAgain() {
        SubsetTrial.onAll((trial, subset, model) -> {
            NodeSet first = trial.few(6);
            Set<String> members = SubsetTrial.and(trial.names(first), model.graph.keySet());
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
            both = new HashSet<>(SubsetTrial.and(both, expected.graph.keySet()));
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
        SubsetTrial.onAll((trial, subset, model) -> {
            GemModel expected = new GemModel(model.graph);
            expected.graph.forEach((object, targets) -> {
                int number = trial.heap.recordedClass(Identities.find(trial.heap, object));
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
    void samplesByItsSeed() {
        SubsetTrial.onAll((trial, subset, model) -> {
            HeapSubset sample = Sample.of(subset, 0.5, 7);
            assertEquals(sample.objects(), Sample.of(subset, 0.5, 7).objects(), trial.toString());
            assertFalse(sample.objects().equals(Sample.of(subset, 0.5, 8).objects()), trial.toString());
            assertTrue(sample.size() > subset.size() / 4 && sample.size() < subset.size() * 3 / 4, trial.toString());
            assertEquals(subset.objects(), Sample.of(subset, 1, 7).objects());
            assertEquals(0, Sample.of(subset, 0, 7).size());
        });
    }
}
