package io.github.memdump.dump.issue;

import io.github.memdump.array.NamedArrays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The damage of one dump: how many issues of each kind, and where the first of them are. Immutable; however damaged
 * the dump is, only the first {@value #KEPT} places are remembered.
 */
public final class Issues {
    /** How many places are remembered. */
    public static final int KEPT = 100;

    private final Map<IssueKind, Long> counts;
    private final List<Issue> first;

    private Issues(Map<IssueKind, Long> counts, List<Issue> first) {
        this.counts = Collections.unmodifiableMap(counts);
        this.first = Collections.unmodifiableList(first);
    }

    /** Returns the issues that {@link #putInto} has put among these arrays. */
    public static Issues from(NamedArrays arrays) {
        Map<IssueKind, Long> counts = new EnumMap<>(IssueKind.class);
        String[] kinds = arrays.strings("kinds");
        long[] numbers = arrays.longs("counts");
        for (int i = 0; i < kinds.length; i++) {
            counts.put(IssueKind.valueOf(kinds[i]), numbers[i]);
        }
        List<Issue> first = new ArrayList<>();
        String[] kindOfFirst = arrays.strings("first_kinds");
        long[] lines = arrays.longs("first_lines");
        long[] offsets = arrays.longs("first_offsets");
        for (int i = 0; i < kindOfFirst.length; i++) {
            first.add(new Issue(IssueKind.valueOf(kindOfFirst[i]), lines[i], offsets[i]));
        }
        return new Issues(counts, first);
    }

    /** Puts all that these issues are made of. */
    public void putInto(NamedArrays arrays) {
        arrays.putStrings("kinds", counts.keySet().stream().map(IssueKind::name).collect(Collectors.toList()));
        arrays.put("counts", counts.values().stream().mapToLong(Long::longValue).toArray());
        arrays.putStrings("first_kinds", first.stream().map(issue -> issue.kind().name())
            .collect(Collectors.toList()));
        arrays.put("first_lines", first.stream().mapToLong(Issue::line).toArray());
        arrays.put("first_offsets", first.stream().mapToLong(Issue::offset).toArray());
    }

    /** Returns how many issues of each kind there are; kinds without any are absent. */
    public Map<IssueKind, Long> counts() {
        return counts;
    }

    /** Returns the number of issues of all kinds. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of issues that cost a line or a record; {@link #total} less those whose record is kept. */
    public long lost() {
        return counts.entrySet().stream().filter(count -> count.getKey().isLoss()).mapToLong(Map.Entry::getValue)
            .sum();
    }

    /** Returns the first issues in file order, at most {@value #KEPT}. */
    public List<Issue> first() {
        return first;
    }

    /** Gathers issues in file order. Not thread-safe. */
    public static final class Log {
        private final Map<IssueKind, Long> counts = new EnumMap<>(IssueKind.class);
        private final List<Issue> first = new ArrayList<>();

        public void add(Issue issue) {
            counts.merge(issue.kind(), 1L, Long::sum);
            if (first.size() < KEPT) {
                first.add(issue);
            }
        }

        public Issues issues() {
            return new Issues(new EnumMap<>(counts), new ArrayList<>(first));
        }
    }
}
