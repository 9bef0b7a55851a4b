package io.github.memdump.analysis.string;

import io.github.memdump.testing.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Duplicate strings by brute force: a JSON reader, a map from the text, nothing of the engine. */
final class StringsOracle {
    final Map<String, List<JsonTree>> byText = new TreeMap<>();
    final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Set<JsonTree>> referrers = new HashMap<>();

    StringsOracle(List<String> lines) {
        for (String line : lines) {
            JsonTree record = JsonTree.read(line);
            if (record.has("references")) {
                for (Object target : new HashSet<>((List<?>) record.at("references"))) {
                    referrers.computeIfAbsent((String) target, any -> new HashSet<>()).add(record);
                }
            }
            if (record.text("type").equals("STRING")) {
                add(record);
            }
        }
    }

    private void add(JsonTree record) {
        String kind = "OMITTED";
        String value = record.has("value") ? record.text("value") : null;
        if (value == null && record.has("shared") && record.at("shared").equals(true)) {
            kind = "SHARED";
        } else if (value != null || record.has("bytesize") && record.number("bytesize") == 0) {
            String text = value == null ? "" : value;
            boolean whole = !record.has("bytesize") || record.number("bytesize")
                == text.getBytes(StandardCharsets.UTF_8).length;
            kind = whole ? "KNOWN" : "INCOMPLETE";
            if (whole) {
                String encoding = record.has("encoding") ? record.text("encoding") : "ASCII-8BIT";
                byText.computeIfAbsent(encoding + "/" + text, any -> new ArrayList<>()).add(record);
            }
        }
        kinds.merge(kind, 1, Integer::sum);
    }

    /** Returns a line for each group, as {@link #line} of the engine's groups should be. */
    Set<String> groups(int fewest, Predicate<String> counts) {
        Set<String> groups = new TreeSet<>();
        for (List<JsonTree> copies : byText.values()) {
            List<JsonTree> counted = new ArrayList<>(copies);
            counted.removeIf(copy -> !counts.test(copy.text("address")));
            if (copies.size() >= fewest && !counted.isEmpty()) {
                groups.add(line(copies, counted));
            }
        }
        return groups;
    }

    private String line(List<JsonTree> copies, List<JsonTree> counted) {
        Set<String> addresses = new TreeSet<>();
        copies.forEach(copy -> addresses.add(copy.text("address")));
        long memsize = counted.stream().mapToLong(StringsOracle::memsize).sum();
        long kept = counted.size() < copies.size() ? 0 : counted.stream().mapToLong(StringsOracle::memsize).max()
            .orElseThrow();
        Map<String, Integer> sites = new TreeMap<>();
        Map<String, Integer> holders = new TreeMap<>();
        for (JsonTree copy : counted) {
            long line = copy.has("line") ? copy.number("line") : 0;
            String site = copy.has("file") ? copy.text("file") + ":" + line : "";
            sites.merge(site, 1, Integer::sum);
            for (JsonTree holder : referrers.getOrDefault(copy.text("address"), Set.of())) {
                holders.merge(holder.text("type"), 1, Integer::sum);
            }
        }
        return addresses + " counted " + counted.size() + " memsize " + memsize + " wasted " + (memsize - kept)
            + " sites " + sites + " holders " + holders;
    }

    static long memsize(JsonTree record) {
        return record.has("memsize") ? record.number("memsize") : 0;
    }

    /** Returns the waste of all groups, in the order in which they should be. */
    static List<Long> descending(List<Long> wasted) {
        List<Long> sorted = new ArrayList<>(wasted);
        sorted.sort(Comparator.reverseOrder());
        return sorted;
    }
}
