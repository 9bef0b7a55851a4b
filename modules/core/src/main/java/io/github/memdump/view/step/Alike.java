package io.github.memdump.view.step;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewGroup;
import io.github.memdump.view.choice.Remainder;
import io.github.memdump.view.choice.ViewBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds, among what a view chose, objects that are alike and carry nothing of their own: of one class, hanging on one
 * object, come in the same dump, with nothing that hangs on them. Many of them are one node, which a step opens.
 * Linear in what is chosen.
 */
public final class Alike {
    /** So many stay as they are. */
    static final int FEW = 12;
    /** Where the paths matter, and not how many objects of a kind there are at their ends. */
    private static final Set<Recipe.Subject> OF_PATHS = EnumSet.of(Recipe.Subject.SELECTION, Recipe.Subject.REFERRERS,
        Recipe.Subject.PATHS);

    private final Heap heap;
    private final ViewBuilder chosen;
    private final Findings findings;

    private Alike(Findings findings, ViewBuilder chosen) {
        this.findings = findings;
        this.heap = findings.heap();
        this.chosen = chosen;
    }

    /** Returns whether a step opens groups that were joined here: these have names that no object has. */
    public static boolean opens(Step step) {
        return step.kind() == Step.Kind.EXPAND_MORE && !step.objects().isEmpty()
            && step.objects().stream().allMatch(id -> id.startsWith(ViewGroup.CLASS));
    }

    /** Joins them, except the groups that steps have opened and the objects that steps name. */
    public static void join(Recipe recipe, Findings findings, ViewBuilder chosen, Remainder rest, NodeSet named) {
        if (OF_PATHS.contains(recipe.subject())) {
            Alike alike = new Alike(findings, chosen);
            for (int[] group : alike.groups(rest, named)) {
                String id = ViewGroup.held(findings, alike.holder(group[0]), group).id();
                if (recipe.steps().stream().noneMatch(step -> opens(step) && step.objects().contains(id))) {
                    chosen.group(group);
                }
            }
        }
    }

    private String holder(int object) {
        return chosen.parent(object) < 0 ? "" : heap.identity(chosen.parent(object));
    }

    private List<int[]> groups(Remainder rest, NodeSet named) {
        boolean[] carries = new boolean[chosen.size()];
        for (int i = 0; i < carries.length; i++) {
            if (chosen.contains(chosen.object(i)) && chosen.parentPosition(i) >= 0) {
                carries[chosen.parentPosition(i)] = true;
            }
        }
        Map<List<Long>, IntList> groups = new LinkedHashMap<>();
        for (int i = 0; i < carries.length; i++) {
            int object = chosen.object(i);
            int type = heap.type(object);
            boolean itself = carries[i] || named.contains(object) || rest.count(object) > 0 || !chosen.isDirect(i)
                || type == RecordTypes.ROOT || type == RecordTypes.CLASS || type == RecordTypes.MODULE;
            if (chosen.contains(object) && !itself) {
                groups.computeIfAbsent(List.of((long) chosen.parentPosition(i), (long) heap.classNumber(object),
                    (long) type, findings.number(Column.IN_AFTER, object),
                    findings.number(Column.FIRST_DUMP, object)), any -> new IntList()).add(object);
            }
        }
        List<int[]> found = new ArrayList<>();
        groups.values().stream().filter(group -> group.size() > FEW).forEach(group -> found.add(group.toArray()));
        return found;
    }
}
