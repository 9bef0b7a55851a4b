package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What there is to tell of the difference between two dumps: on what the new objects hang, and what they are. */
public final class LeakStory {
    private final Findings findings;
    private final ObjectNames names;
    private final BreadthFirst fromRoots;
    private final Chains chains;
    private final int[] ranked;
    private final List<Holder> holders;
    private final List<BorderGroup> groups;

    /** Gathers the story from findings of two dumps. */
    public LeakStory(Findings findings, Task task) {
        this.findings = findings;
        Heap heap = findings.heap();
        NodeSet newObjects = findings.diff().orElseThrow().newOfProgram();
        this.names = new ObjectNames(heap);
        this.fromRoots = findings.fromRoots().orElseThrow();
        this.chains = new Chains(fromRoots, heap.objectCount(), names::of);
        this.ranked = Arrays.stream(BorderRows.ranked(findings)).filter(newObjects::contains).toArray();
        HeldCounts hanging = HeldCounts.onBorder(heap, newObjects, HeldCountsByHolder.of(findings, task));
        this.holders = new Holders(findings, hanging).ranked(task);
        this.groups = gatherGroups(hanging);
    }

    /** Returns the new border, ranked, without what the dump itself made. */
    public int[] ranked() {
        return ranked.clone();
    }

    /** Returns the old objects that hold new ones, those on which most hangs first. */
    public List<Holder> holders() {
        return holders;
    }

    /** Returns the new border in groups, those on which most hangs first. */
    public List<BorderGroup> groups() {
        return groups;
    }

    /** Returns what the paths lead to that the page shows of so many holders and so many groups. */
    public int[] shown(int most) {
        return IntStream.concat(holders.stream().limit(most).mapToInt(Holder::object),
            groups.stream().limit(most).mapToInt(BorderGroup::holder)).filter(object -> object >= 0).toArray();
    }

    private List<BorderGroup> gatherGroups(HeldCounts hanging) {
        Map<Integer, List<String>> chainOf = new TreeMap<>();
        Map<List<String>, List<Integer>> byChain = new LinkedHashMap<>();
        for (int object : ranked) {
            int parent = fromRoots.parent(object);
            List<String> path = chainOf.computeIfAbsent(parent, any -> parent == BreadthFirst.NO_PARENT
                ? List.of(Chains.UNREACHABLE) : chains.to(parent));
            List<String> key = new ArrayList<>(path);
            key.add(names.of(object));
            byChain.computeIfAbsent(key, any -> new ArrayList<>()).add(object);
        }
        List<BorderGroup> result = new ArrayList<>();
        byChain.forEach((key, objects) -> result.add(group(key, objects, hanging)));
        result.sort(Comparator.comparingLong((BorderGroup group) -> -group.newObjects()));
        return List.copyOf(result);
    }

    private BorderGroup group(List<String> key, List<Integer> objects, HeldCounts hanging) {
        long least = Long.MAX_VALUE;
        long most = 0;
        long count = 0;
        long bytes = 0;
        Map<String, Integer> sites = new TreeMap<>();
        Map<String, Integer> siteOf = new TreeMap<>();
        Set<Integer> holders = new TreeSet<>();
        for (int object : objects) {
            long alive = findings.number(Column.KEEPALIVE_NEW_COUNT, object);
            least = Math.min(least, alive);
            most = Math.max(most, alive);
            count += hanging.count(object);
            bytes += hanging.bytes(object);
            String site = Words.site(findings, object);
            sites.merge(site, 1, Integer::sum);
            siteOf.putIfAbsent(site, findings.heap().site(object));
            holders.add(fromRoots.parent(object));
        }
        String site = sites.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return new BorderGroup(key.get(key.size() - 1), objects.size(), least, most, count, bytes, siteOf.get(site),
            fromRoots.parent(objects.get(0)), holders.size());
    }
}
