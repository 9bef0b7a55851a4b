package io.github.memdump.view.assembly;

import io.github.memdump.view.NodeRole;
import io.github.memdump.view.ViewFan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Groups what hangs on a hub by name. Not changed once made. */
final class FanGroups {
    private final List<ViewFan.Group> groups = new ArrayList<>();
    private final List<Integer> largest = new ArrayList<>();
    private int shown;

    /**
     * Groups some positions of a selection.
     *
     * @param positions what hangs on the hub
     * @param names     the names by position
     * @param sizes     the diameters by position
     * @param roles     the roles by position
     * @param inside    how many new objects each tree of the selection has, by its top's position
     * @param kept      keepalive_new_count by position, 0 where there is none
     * @param held      how many objects of each name the hub holds in the heap; empty where that is not known
     */
    FanGroups(int[] positions, String[] names, float[] sizes, NodeRole[] roles, int[] inside, long[] kept,
        Map<String, Integer> held) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        Map<String, Integer> best = new HashMap<>();
        for (int position : positions) {
            String key = names[position];
            byName.computeIfAbsent(key, any -> new ArrayList<>()).add(position);
            best.merge(key, position, (old, other) -> sizes[other] > sizes[old] ? other : old);
        }
        List<Map.Entry<String, List<Integer>>> entries = new ArrayList<>(byName.entrySet());
        Comparator<Map.Entry<String, List<Integer>>> byArea = Comparator.comparingDouble(entry -> -entry.getValue()
            .stream().mapToDouble(position -> sizes[position] * sizes[position]).sum());
        entries.sort(byArea);
        for (Map.Entry<String, List<Integer>> entry : entries) {
            int position = Objects.requireNonNull(best.get(entry.getKey()));
            int count = entry.getValue().size();
            groups.add(new ViewFan.Group(entry.getKey(), roles[position].rgb(),
                Math.max(count, held.getOrDefault(entry.getKey(), 0)), count,
                entry.getValue().stream().mapToInt(member -> inside[member]).sum(),
                entry.getValue().stream().mapToLong(member -> kept[member]).max().orElse(0)));
            largest.add(position);
            shown += count;
        }
        held.entrySet().stream().filter(entry -> !byName.containsKey(entry.getKey()))
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .forEach(entry -> groups.add(
                new ViewFan.Group(entry.getKey(), NodeRole.NEW_BORDER.rgb(), entry.getValue(), 0, 0, 0)));
    }

    List<ViewFan.Group> groups() {
        return groups;
    }

    /** Returns the position of the largest object of a group of which any is shown. */
    int largest(int group) {
        return largest.get(group);
    }

    int shown() {
        return shown;
    }
}
