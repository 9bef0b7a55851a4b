package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HolderReach;
import io.github.memdump.analysis.Identities;
import io.github.memdump.analysis.record.ShownRecords;
import io.github.memdump.array.KeyOrder;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import io.github.memdump.task.Task;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.SubjectText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openide.util.NbBundle;

/**
 * What is to be told of one object: its columns, a path to it from a root, what it refers to and what refers to it,
 * what retains most first. What only the dump or the source tells is {@link #read} apart; its value is not in it.
 * Immutable; 4 bytes for each reference from and to the object.
 */
final class Inspection {
    private static final int KILOBYTE = 1024;
    /** The name of the line of source among the columns. */
    static final String SOURCE = "source";
    /** Numbers that count nothing. */
    private static final Set<Column> LABELS = EnumSet.of(Column.GENERATION, Column.LINE, Column.SHAPE, Column.FD);

    private final Findings findings;
    private final int object;
    /** How many objects were meant, of which this one retains most. */
    private final int alternatives;
    private final List<ColumnText> columns;
    private final int[] path;
    private final int[] references;
    private final int[] referrers;

    private Inspection(Findings findings, int object, int alternatives) {
        this.alternatives = alternatives;
        this.findings = findings;
        this.object = object;
        this.columns = Collections.unmodifiableList(columns(findings, Column.ofFindings(), object));
        this.path = findings.fromRoots().map(paths -> paths.path(object)).orElse(new int[0]);
        this.references = byRetained(findings, findings.heap().references(), object);
        this.referrers = byRetained(findings, findings.heap().referrers(), object);
    }

    /**
     * Looks at the object that a text names: an address, an identity or the name of a ROOT object; nothing if there is
     * none. Time goes with the references from and to it; the first one ever turns the references of the heap round.
     */
    static Optional<Inspection> of(Findings findings, String text) {
        int object = Identities.find(findings.heap(), text.trim());
        return object == Heap.NO_OBJECT ? Optional.empty() : Optional.of(new Inspection(findings, object, 1));
    }

    /**
     * Looks at the object that retains most of those that a text chooses: what {@link #of(Findings, String)} takes, the
     * name of a class, or a selection; nothing if it chooses none.
     *
     * @throws IllegalArgumentException if the text is no selection either; the message is for people
     */
    static Optional<Inspection> chosen(Findings findings, String text, Task task) {
        NodeSet objects = SubjectText.objects(text, findings, task);
        int best = Heap.NO_OBJECT;
        long most = -1;
        for (int object : objects.toArray()) {
            long size = findings.retained().map(retained -> retained.size(object)).orElse(0L);
            if (size > most) {
                most = size;
                best = object;
            }
        }
        return best == Heap.NO_OBJECT ? Optional.empty()
            : Optional.of(new Inspection(findings, best, objects.size()));
    }

    private static List<ColumnText> columns(Findings findings, List<Column> all, int object) {
        List<ColumnText> texts = new ArrayList<>();
        for (Column column : all) {
            String text = column == Column.KEEPALIVE_ESTIMATED && findings.number(column, object) == 0 ? ""
                : text(findings, column, object);
            if (!text.isEmpty()) {
                texts.add(new ColumnText(column.id(), text));
            }
        }
        return texts;
    }

    private static String text(Findings findings, Column column, int object) {
        boolean isAmount = column.kind() == Column.Kind.NUMBER && !LABELS.contains(column);
        if (!isAmount || findings.number(column, object) == Findings.ABSENT) {
            return findings.text(column, object);
        }
        long number = findings.number(column, object);
        switch (column) {
            case MEMSIZE:
            case RETAINED_SIZE:
            case HELD_NEW_SIZE:
            case GROWN_MEMSIZE:
                return number < KILOBYTE ? Amounts.exactBytes(number)
                    : NbBundle.getMessage(Inspection.class, "Inspection.bytes", Amounts.bytes(number),
                        Amounts.exactBytes(number));
            case IN_AFTER:
                return NbBundle.getMessage(Inspection.class, number == 1 ? "Inspection.new" : "Inspection.old");
            default:
                return Amounts.count(number);
        }
    }

    private static int[] byRetained(Findings findings, Graph graph, int object) {
        int from = graph.from(object);
        int[] order = KeyOrder.ascending(graph.outDegree(object),
            i -> -findings.retained().map(retained -> retained.size(graph.target(from + i))).orElse(0L));
        for (int i = 0; i < order.length; i++) {
            order[i] = graph.target(from + order[i]);
        }
        return order;
    }

    /** Returns what makes it worth looking at, if it holds new objects: how many, and how many live through it. */
    Optional<String> finding() {
        long held = findings.number(Column.HELD_NEW_COUNT, object);
        return held == Findings.ABSENT ? Optional.empty() : findings.diff().map(diff -> {
            HolderReach reach = HolderReach.of(findings.heap(), diff.newObjects(),
                NodeSet.of(findings.heap().objectCount(), new int[] {object}), Task.UNWATCHED);
            return NbBundle.getMessage(Inspection.class, "Inspection.holds", Amounts.count(held),
                Amounts.bytes(findings.number(Column.HELD_NEW_SIZE, object)), Amounts.count(reach.count(object)));
        });
    }

    /** Returns how many objects were meant, of which this is the one that retains most. */
    int alternatives() {
        return alternatives;
    }

    /** Returns the object. */
    int object() {
        return object;
    }

    /** Returns the findings about the heap that it is in. */
    Findings findings() {
        return findings;
    }

    /** Returns the object's identity. */
    String identity() {
        return findings.heap().identity(object);
    }

    /** Returns the columns that say something of it. */
    List<ColumnText> columns() {
        return columns;
    }

    /** A list of objects around this one. */
    enum Side {
        /** A shortest path from a root to it, both included; empty if no root reaches it. */
        PATH,
        /** What it refers to. */
        REFERENCES,
        /** What refers to it. */
        REFERRERS;

        /** Returns the name in the texts of the window. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the objects of a list, which is not to be changed. */
    int[] objects(Side side) {
        return side == Side.PATH ? path : side == Side.REFERENCES ? references : referrers;
    }

    /** What is read from the dump, and from the source of the program, about an object. Immutable. */
    static final class Reading {
        private final ReferenceNames names;
        private final List<ColumnText> columns;

        Reading(ReferenceNames names, List<ColumnText> columns) {
            this.names = names;
            this.columns = Collections.unmodifiableList(columns);
        }

        /** Returns what the references are called. */
        ReferenceNames names() {
            return names;
        }

        /** Returns all columns that say something of the object, the line of source beside its number. */
        List<ColumnText> columns() {
            return columns;
        }
    }

    /**
     * Reads what the references around it are called, those of its path, its own, and those of some referrers to it;
     * the columns that no heap keeps; and the line that allocated it. As slow as reading these records of the dump;
     * nothing is named where that is gone.
     */
    Reading read(int[] holders, SourceLines source, Task task) {
        int[] all = Arrays.copyOf(path, path.length + holders.length + 1);
        System.arraycopy(holders, 0, all, path.length, holders.length);
        all[path.length + holders.length] = object;
        NodeSet.Builder targets = NodeSet.builder(findings.heap().objectCount());
        Arrays.stream(path).forEach(targets::add);
        Arrays.stream(references).forEach(targets::add);
        targets.add(object);
        ShownRecords records = ShownRecords.of(findings, Column.ofRecords(), new int[] {object}, all,
            targets.build()::contains, task);
        List<ColumnText> texts = new ArrayList<>();
        for (ColumnText column : columns) {
            texts.add(column);
            if (column.name().equals(Column.LINE.id())) {
                source.line(findings.text(Column.FILE, object), findings.number(Column.LINE, object))
                    .ifPresent(line -> texts.add(new ColumnText(SOURCE, line)));
            }
        }
        texts.addAll(columns(records.findings(), Column.ofRecords(), object));
        return new Reading(records.names(), texts);
    }

    /** Returns what stands in a row of a list: by what the object is held, and what it is called. */
    String row(Side side, int place, ObjectNames called, ReferenceNames via) {
        int shown = objects(side)[place];
        if (side == Side.REFERRERS) {
            String held = words(via, shown, object);
            return held.isEmpty() ? called.of(shown) : called.of(shown) + " " + held;
        }
        int holder = side == Side.REFERENCES ? object : place == 0 ? Heap.NO_OBJECT : path[place - 1];
        String held = holder == Heap.NO_OBJECT ? "" : words(via, holder, shown);
        return held.isEmpty() ? called.of(holder, shown) : held + " \u2192 " + called.of(holder, shown);
    }

    private static String words(ReferenceNames via, int holder, int target) {
        ReferenceKind kind = via.of(holder, target).kind();
        return kind == ReferenceKind.CLASS || kind == ReferenceKind.CODE ? "" : via.words(holder, target);
    }
}
