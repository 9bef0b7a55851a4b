package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many objects of a class are new, and how many there were and are. Immutable.
 *
 * @param className the name of the class
 * @param newObjects how many objects of it are new
 * @param newBytes the sum of their sizes in bytes
 * @param before how many objects of it the earlier dump has
 * @param after how many objects of it the later dump has
 */
public record ClassChange(String className, long newObjects, long newBytes, long before, long after) {
    /** Returns the growth of the program by class, the classes with most new objects first. */
    public static List<ClassChange> byClass(Histogram classesBefore, HeapDiff diff) {
        Map<String, Long> before = counts(classesBefore);
        Map<String, Long> after = counts(Histogram.of(diff.after(), Grouping.CLASS));
        List<ClassChange> result = new ArrayList<>();
        for (Histogram.Row row : Histogram.of(diff.after(), Grouping.CLASS, diff.newOfProgram()).rows()) {
            result.add(new ClassChange(row.key(), row.count(), row.memsize(), before.getOrDefault(row.key(), 0L),
                after.get(row.key())));
        }
        return result;
    }

    /**
     * Returns the table of such changes, of the new objects of the program so many together: a class first for
     * machines, last for people.
     */
    public static AnswerTable<ClassChange> table(List<ClassChange> changes, long all) {
        TableColumn<ClassChange> name = TableColumn.text(CellKind.CLASS, "class", ClassChange::className);
        return AnswerTable.of("classes", changes).column(name)
            .column(TableColumn.count("new_objects", ClassChange::newObjects).titled("new objects"))
            .column(TableColumn.share(ClassChange::newObjects, all).titled("%"))
            .column(TableColumn.bytes("new_memsize", ClassChange::newBytes).titled("bytes"))
            .column(TableColumn.count("before", ClassChange::before))
            .column(TableColumn.count("after", ClassChange::after))
            .column(TableColumn.<ClassChange>count(null, change -> change.after - change.before)
                .titled("before → after"))
            .column(name.forPeople("class")).build();
    }

    private static Map<String, Long> counts(Histogram histogram) {
        Map<String, Long> counts = new HashMap<>();
        for (Histogram.Row row : histogram.rows()) {
            counts.put(row.key(), row.count());
        }
        return counts;
    }
}
