package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items with the highest figures. */
final class TopItems {
    private TopItems() {
    }

    /**
     * Returns so many items at most, by the first column of numbers, then the others, the highest first, then by
     * name; those without a figure in the first are left out. Linear but for a sort of what is returned.
     */
    static List<Integer> of(ItemFigures figures, List<Column> columns, int most) {
        List<Column> numbers = columns.stream().filter(column -> column.kind() == Column.Kind.NUMBER)
            .collect(Collectors.toList());
        Comparator<Integer> lowFirst = (left, right) -> {
            for (Column column : numbers) {
                int order = Long.compare(figures.number(column, left), figures.number(column, right));
                if (order != 0) {
                    return order;
                }
            }
            return figures.text(Column.OBJECT, right).compareTo(figures.text(Column.OBJECT, left));
        };
        PriorityQueue<Integer> best = new PriorityQueue<>(lowFirst);
        for (int item = 0; item < figures.size(); item++) {
            if (figures.number(numbers.get(0), item) == Findings.ABSENT) {
                continue;
            }
            if (best.size() < most) {
                best.add(item);
            } else if (lowFirst.compare(item, best.peek()) > 0) {
                best.poll();
                best.add(item);
            }
        }
        return Stream.generate(best::poll).limit(best.size()).sorted(lowFirst.reversed())
            .collect(Collectors.toList());
    }
}
