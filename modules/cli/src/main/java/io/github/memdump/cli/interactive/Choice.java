package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.record.RecordColumns;
import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.Nearest;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What names mean in a dump: selections, columns, classes, types. Immutable. */
final class Choice {
    private final Dump dump;

    Choice(Dump dump) {
        this.dump = dump;
    }

    /** Returns the objects of a selection. */
    NodeSet selected(String text) {
        try {
            Selection selection = Selection.parse(text).orThrow();
            selection.missing(dump.known().met()).ifPresent(error -> {
                throw new Mistake(told(error) + " Compare first: dump.diff(before)");
            });
            selection.doubts(dump.heap()).forEach(dump.source()::warn);
            Findings findings = dump.known().findings(selection.needs(), dump.source().task());
            return selection.in(findings, dump.subset(), dump.source().task());
        } catch (SelectionException wrong) {
            throw new Mistake(told(wrong.error()));
        }
    }

    private static String told(SyntaxError error) {
        return error.message() + error.suggestion().map(name -> " Did you mean " + name + "?").orElse("") + "\n"
            + error.pointer().lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    /** Returns the column of a name. */
    Column column(String name) {
        return Column.named(name.trim()).filter(column -> column != Column.VALUE).orElseThrow(() -> {
            List<String> names = Column.ofView().stream().map(Column::id).collect(Collectors.toList());
            String nearest = Nearest.to(name.trim(), names);
            return new Mistake("There is no column '" + name + "'."
                + (nearest.isEmpty() ? "" : " Did you mean " + nearest + "?") + " There are: "
                + String.join(", ", names));
        });
    }

    /** Returns what is needed to know some columns. */
    Findings findings(List<Column> columns) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (Column column : columns) {
            needs.addAll(Need.of(column));
            if (column == Column.KEEPALIVE_NEW_COUNT && dump.known().atHand().contains(Need.KEEPALIVE_NEW)) {
                needs.remove(Need.DIFF);
            }
            if (!dump.known().met().containsAll(needs)) {
                throw new Mistake("Column " + column.id() + " tells new objects from old ones: compare first, with"
                    + " dump.diff(before), and look at what that returns.");
            }
        }
        Findings findings = dump.known().findings(needs, dump.source().task());
        try {
            return RecordColumns.of(findings, columns, dump.subset().objects().toArray(), dump.source().task());
        } catch (DumpException unreadable) {
            throw new Mistake(unreadable.getMessage());
        }
    }

    /** Returns a name of a class that there is, or complains. */
    String className(String name) {
        Heap heap = dump.heap();
        List<String> names = new ArrayList<>();
        for (int number = 0; number < heap.classes().size(); number++) {
            names.add(heap.classes().name(number));
        }
        return known("class", name, names);
    }

    /** Returns a record type that there is, or complains. */
    String typeName(String name) {
        return known("type", name, dump.heap().types().names());
    }

    private String known(String what, String name, List<String> names) {
        if (names.contains(name)) {
            return name;
        }
        String nearest = Nearest.to(name, names);
        throw new Mistake(dump.heap().facts().dumpName() + " has no " + what + " '" + name + "'."
            + (nearest.isEmpty() ? " .stats(\"" + what + "\").all() lists them." : " Did you mean " + nearest + "?"));
    }
}
