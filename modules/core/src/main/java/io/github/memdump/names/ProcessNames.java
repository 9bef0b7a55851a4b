package io.github.memdump.names;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.NameRows;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * What the process told of names beside its dump, in records of type NAMES; empty where there are none. Damaged rows
 * are left out. About 100 bytes a name; the process bounds them. Immutable, thread-safe.
 */
public final class ProcessNames {
    /** The process writes fewer; more are no longer what it has written. */
    private static final int MOST_RECORDS = 10_000;
    private static final String MEMBER = "member";
    private static final Set<String> LAYOUTS = Set.of("ivar", MEMBER);

    private final Map<Long, List<Told>> byTarget = new HashMap<>();
    private final Map<String, Layout> layouts = new HashMap<>();
    private final Map<Long, List<Layout>> byClass = new HashMap<>();
    private final Map<Long, Instance> instances = new HashMap<>();
    private final Map<Long, Instance> structs = new HashMap<>();
    private final Map<Long, Long> defaults = new HashMap<>();
    private final Map<Long, List<String>> threads = new HashMap<>();
    private final Map<Long, String> procs = new HashMap<>();
    private final Map<String, String> about = new LinkedHashMap<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();

    private ProcessNames() {
    }

    /** One name: by what an owner holds a target. */
    static final class Told {
        final ReferenceKind kind;
        /** The owner's address; {@link Addresses#NONE} for global variables. */
        final long owner;
        final String name;

        Told(ReferenceKind kind, long owner, String name) {
            this.kind = kind;
            this.owner = owner;
            this.name = name;
        }
    }

    /** The variables or members that some objects of a class have, in their order, and which of them held objects. */
    static final class Layout {
        final boolean isStruct;
        final long ofClass;
        final List<String> names;
        /** For each pattern of references (r), other values (i) and the own class (c) how many objects had it. */
        final Map<String, Integer> patterns = new HashMap<>();

        Layout(boolean isStruct, long ofClass, List<String> names) {
            this.isStruct = isStruct;
            this.ofClass = ofClass;
            this.names = names;
        }
    }

    /** An object whose variables the process told. */
    static final class Instance {
        final Layout layout;
        final String pattern;

        Instance(Layout layout, String pattern) {
            this.layout = layout;
            this.pattern = pattern;
        }

        /** Returns the names under which it held objects, in the order of its references. */
        List<String> held() {
            return named("r");
        }

        /**
         * Returns the names under which its references are held, in their order; empty where they do not fit. Its class
         * is among them where the object has a singleton class.
         */
        List<String> heldAt(long[] references) {
            List<String> held = held();
            if (held.size() == references.length) {
                return held;
            }
            List<String> withClass = named("rc");
            boolean fits = withClass.size() == references.length;
            for (int i = 0, at = 0; i < pattern.length() && fits; i++) {
                at += pattern.charAt(i) == 'i' ? 0 : 1;
                fits = pattern.charAt(i) != 'c' || references[at - 1] == layout.ofClass;
            }
            return fits ? withClass : List.of();
        }

        private List<String> named(String letters) {
            List<String> named = new ArrayList<>();
            for (int i = 0; i < pattern.length(); i++) {
                if (letters.indexOf(pattern.charAt(i)) >= 0) {
                    named.add(layout.names.get(i));
                }
            }
            return named;
        }
    }

    /** Adds a visit of the records of names, whose copies are in the result once the visit has been run. */
    static List<RawRecord> records(JointVisit visit) {
        long[] offsets = visit.values().heap().facts().nameRecordOffsets();
        long[] read = Arrays.copyOf(offsets, Math.min(offsets.length, MOST_RECORDS));
        List<RawRecord> records = new ArrayList<>(Arrays.asList(new RawRecord[read.length]));
        visit.add(read, (place, record) -> records.set(place, record.copy()));
        return records;
    }

    /** Reads what the process told beside a dump; nothing where that cannot be read again, as one from a pipe. */
    public static ProcessNames of(Heap heap, Task task) {
        if (heap.facts().nameRecordOffsets().length == 0) {
            return of(List.of());
        }
        try {
            JointVisit visit = Values.of(heap).jointly();
            List<RawRecord> records = records(visit);
            visit.run(task);
            return of(records);
        } catch (DumpException unreadable) {
            return of(List.of());
        }
    }

    /** Reads records of names. */
    static ProcessNames of(List<RawRecord> records) {
        ProcessNames told = new ProcessNames();
        // Lines are written as they get full, those of objects perhaps before those of what their variables are.
        told.readAll(records, true);
        told.readAll(records, false);
        return told;
    }

    private void readAll(List<RawRecord> records, boolean layoutsOnly) {
        for (RawRecord record : records) {
            String kind = record == null ? "" : NameRows.kind(record);
            if (!kind.isEmpty() && LAYOUTS.contains(kind) == layoutsOnly) {
                try {
                    NameRows.read(record, cells -> row(kind, cells));
                } catch (IOException never) {
                    throw new UncheckedIOException(never);
                }
            }
        }
    }

    private void row(String kind, List<String> cells) {
        long first = Addresses.parse(cells.get(0));
        switch (kind) {
            case "ivar":
            case MEMBER:
                layout(kind.equals(MEMBER), cells);
                break;
            case "instance":
                instance(first, cells);
                break;
            case "default":
                defaults.put(first, Addresses.parse(cells.get(1)));
                break;
            case "thread":
                threads.put(first, List.copyOf(cells.subList(1, cells.size())));
                break;
            case "proc":
                procs.put(first, cells.get(1) + (cells.size() > 2 ? ":" + cells.get(2) : ""));
                break;
            case "about":
                about.put(cells.get(0), cells.get(1));
                break;
            case "figure":
                figure(cells);
                break;
            default:
                kind(kind).ifPresent(known -> names(known, first, cells));
        }
    }

    private static Optional<ReferenceKind> kind(String kind) {
        switch (kind) {
            case "constant":
                return Optional.of(ReferenceKind.CONSTANT);
            case "class_variable":
                return Optional.of(ReferenceKind.CLASS_VARIABLE);
            case "class_ivar":
                return Optional.of(ReferenceKind.CLASS_IVAR);
            case "global":
                return Optional.of(ReferenceKind.GLOBAL);
            case "local":
                return Optional.of(ReferenceKind.LOCAL);
            case "thread_local":
            case "thread_variable":
                return Optional.of(ReferenceKind.THREAD_LOCAL);
            default:
                return Optional.empty();
        }
    }

    private void names(ReferenceKind kind, long owner, List<String> cells) {
        for (int i = 1; i + 1 < cells.size(); i += 2) {
            long target = Addresses.parse(cells.get(i + 1));
            if (target != Addresses.NONE) {
                byTarget.computeIfAbsent(target, any -> new ArrayList<>(1)).add(new Told(kind, owner, cells.get(i)));
            }
        }
    }

    private void layout(boolean isStruct, List<String> cells) {
        long ofClass = Addresses.parse(cells.get(1));
        Layout layout = new Layout(isStruct, ofClass, List.copyOf(cells.subList(2, cells.size())));
        layouts.put(cells.get(0), layout);
        byClass.computeIfAbsent(ofClass, any -> new ArrayList<>(1)).add(layout);
    }

    private void instance(long object, List<String> cells) {
        Layout layout = layouts.get(cells.get(1));
        if (layout != null && cells.size() > 2 && cells.get(2).length() == layout.names.size()) {
            (layout.isStruct ? structs : instances).put(object, new Instance(layout, cells.get(2)));
            layout.patterns.merge(cells.get(2), 1, Integer::sum);
        }
    }

    private void figure(List<String> cells) {
        try {
            figures.put(cells.get(0), Long.parseLong(cells.get(1)));
        } catch (NumberFormatException none) {
            // A figure that is none is left out.
        }
    }

    /** Returns whether the process told nothing. */
    public boolean isEmpty() {
        return about.isEmpty() && byTarget.isEmpty() && layouts.isEmpty();
    }

    /** Returns by what others hold the object at an address. */
    List<Told> of(long target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** Returns the layouts of the instances of a class, that is at an address. */
    List<Layout> layouts(long classAddress) {
        return byClass.getOrDefault(classAddress, List.of());
    }

    /** Passes on the objects of which the process told variables. */
    void eachInstance(ObjLongConsumer<Instance> to) {
        instances.forEach((address, instance) -> to.accept(instance, address));
    }

    /** Returns what the process told of the variables of the object at an address. */
    Optional<Instance> instance(long address) {
        return Optional.ofNullable(instances.get(address));
    }

    /** Returns what the process told of the members of the struct at an address. */
    Optional<Instance> struct(long address) {
        return Optional.ofNullable(structs.get(address));
    }

    /** Returns the address of the default value of the hash at an address, or {@link Addresses#NONE}. */
    long defaultOf(long hash) {
        return defaults.getOrDefault(hash, Addresses.NONE);
    }

    /** Returns name, status and the first lines of the backtrace of the thread at an address; empty if not told. */
    public List<String> thread(long address) {
        return threads.getOrDefault(address, List.of());
    }

    /** Returns file and line of the proc at an address; empty if not told. */
    public String proc(long address) {
        return procs.getOrDefault(address, "");
    }

    /** Returns the figures of the process: {@code GC.…} and, in bytes, {@code size.…}. */
    public Map<String, Long> figures() {
        return new LinkedHashMap<>(figures);
    }
}
