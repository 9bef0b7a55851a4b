package io.github.memdump.names;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the references of a record are named by beside it. Filled before it is used; then thread-safe. */
final class NameContext {
    /** What Ruby calls the code that stands in no file. */
    private static final Set<String> NO_FILES = Set.of("eval", "-e", "-", "<main>", "ruby", "irb", "main");
    private static final Pattern PATH = Pattern.compile(
        "(?:/|[A-Za-z]:[/\\\\]|<internal:|\\(eval|\\(irb|\\(pry|\\.{1,2}/).*|.*\\.(?:rb|ru|rake|erb|gemspec|wasm)");
    private static final String TOP = "Object";

    private final Heap heap;
    private final Shapes shapes;
    private final ProcessNames told;
    private final Evidence evidence;
    private final Map<String, List<ProcessNames.Layout>> layouts = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final BitSet unfrozen = new BitSet();
    private final boolean fieldsApart;
    private final HiddenVariables hidden;

    NameContext(Heap heap, Shapes shapes, ProcessNames told, Evidence evidence) {
        this.heap = heap;
        this.shapes = shapes;
        this.told = told;
        this.evidence = evidence;
        boolean fields = false;
        for (int object = 0; object < heap.objectCount() && !fields; object++) {
            fields = heap.isFields(object);
        }
        this.fieldsApart = fields;
        for (int c = 0; c < heap.classes().size(); c++) {
            List<ProcessNames.Layout> some = told.layouts(heap.classes().address(c));
            if (!some.isEmpty()) {
                layouts.computeIfAbsent(heap.classes().name(c), any -> new ArrayList<>()).addAll(some);
            }
        }
        this.hidden = new HiddenVariables(heap, shapes, told);
    }

    Heap heap() {
        return heap;
    }

    Shapes shapes() {
        return shapes;
    }

    ProcessNames told() {
        return told;
    }

    Evidence evidence() {
        return evidence;
    }

    /** Notes the text of a string that a module holds. */
    synchronized void noteText(int string, String text) {
        texts.put(string, text);
    }

    /** Notes that a string is not frozen. */
    synchronized void noteUnfrozen(int string) {
        unfrozen.set(string);
    }

    /** Returns the text of a string that was noted. */
    String text(int string) {
        return texts.getOrDefault(string, "");
    }

    /** Returns whether a string is known not to be frozen. */
    boolean isUnfrozen(int string) {
        return unfrozen.get(string);
    }

    /** Returns whether a string is the path of a file of the program. */
    boolean isFile(int string) {
        String text = text(string);
        return NO_FILES.contains(text) || (!text.isEmpty() && PATH.matcher(text).matches());
    }

    /** Returns whether this Ruby keeps the variables of modules and others in records of their own, as since 4.0. */
    boolean keepsFieldsApart() {
        return fieldsApart;
    }

    /** Returns whether an object keeps the variables of another. */
    boolean isFields(int object) {
        return heap.isFields(object);
    }

    /** Returns the name that a module has as a constant of another, empty where it is none of its constants. */
    String ownName(HolderRecord module, int target) {
        if (target == Heap.NO_OBJECT
            || (heap.type(target) != RecordTypes.CLASS && heap.type(target) != RecordTypes.MODULE)) {
            return "";
        }
        String name = heap.name(target);
        int colons = name.lastIndexOf("::");
        String outer = colons < 0 ? TOP : name.substring(0, colons);
        return !name.isEmpty() && outer.equals(module.name) ? name.substring(colons < 0 ? 0 : colons + 2) : "";
    }

    /** Names the references to records of variables; returns the places of all others. */
    int[] withoutFields(HolderRecord holder, ReferenceName[] names) {
        int[] own = new int[holder.size()];
        int count = 0;
        for (int i = 0; i < own.length; i++) {
            if (isFields(holder.targets[i])) {
                names[i] = ReferenceName.of(ReferenceKind.FIELDS);
            } else {
                own[count++] = i;
            }
        }
        return Arrays.copyOf(own, count);
    }

    /** Returns the names of instance variables that an object holds others by, in their order. */
    ReferenceName[] variableNames(HolderRecord holder, int owner, int[] places) {
        int[] targets = targets(holder, places);
        ReferenceName[] instance = instanceNames(holder, owner, places);
        if (instance.length == targets.length && targets.length > 0) {
            return instance;
        }
        boolean ofModule = owner != Heap.NO_OBJECT
            && (heap.type(owner) == RecordTypes.CLASS || heap.type(owner) == RecordTypes.MODULE);
        VariableChoice choice = new VariableChoice(evidence,
            name -> ofModule ? ModuleNames.kind(name) : ReferenceKind.IVAR,
            owner == Heap.NO_OBJECT ? -1 : heap.classNumber(owner), targets);
        List<ProcessNames.Layout> known = owner == Heap.NO_OBJECT ? List.of()
            : layouts.getOrDefault(heap.className(owner), List.of());
        if (!holder.complex && shapes.has(holder.shape)) {
            List<String> names = shapes.names(holder.shape);
            Map<String, Integer> patterns = known.stream().filter(layout -> layout.names.equals(names))
                .findFirst().map(layout -> layout.patterns).orElse(Map.of());
            return choice.among(names, patterns);
        }
        ReferenceName[] unknown = new ReferenceName[targets.length];
        Arrays.fill(unknown, ReferenceName.oneOf(ReferenceKind.IVAR, List.of()));
        boolean isTelling = shapes.isEmpty() && !known.isEmpty() && !hidden.areIn(heap.classNumber(owner));
        return isTelling ? choice.amongLayouts(ofSort(known, false)) : unknown;
    }

    private static List<ProcessNames.Layout> ofSort(List<ProcessNames.Layout> layouts, boolean isStruct) {
        List<ProcessNames.Layout> result = new ArrayList<>();
        for (ProcessNames.Layout layout : layouts) {
            if (layout.isStruct == isStruct) {
                result.add(layout);
            }
        }
        return result;
    }

    private static int[] targets(HolderRecord holder, int[] places) {
        return Arrays.stream(places).map(place -> holder.targets[place]).toArray();
    }

    /** Returns the names of an object of which the process told them; none where it did not or they no longer fit. */
    private ReferenceName[] instanceNames(HolderRecord holder, int owner, int[] places) {
        Optional<ProcessNames.Instance> one = owner == Heap.NO_OBJECT ? Optional.empty()
            : told.instance(heap.address(owner));
        if (one.isEmpty()) {
            return new ReferenceName[0];
        }
        long[] references = Arrays.stream(places).mapToLong(place -> holder.references[place]).toArray();
        List<ReferenceName> names = new ArrayList<>();
        one.get().heldAt(references).forEach(name -> names.add(ReferenceName.certain(ReferenceKind.IVAR, name)));
        return names.size() == places.length ? fitting(names, places.length)
            : hidden.before(one.get(), holder, places.length);
    }

    /**
     * Returns the names of the variables of an array or a hash, which stand before what it contains, where the process
     * told them and they stand in its record; absent where nothing is known of them.
     */
    Optional<List<ReferenceName>> collectionVariables(HolderRecord collection, int places) {
        if (places < collection.size()) {
            return Optional.empty();
        }
        return told.instance(heap.address(collection.object)).map(one -> {
            List<ReferenceName> names = new ArrayList<>();
            addHeld(ReferenceKind.IVAR, one, names);
            return names;
        });
    }

    private static void addHeld(ReferenceKind kind, ProcessNames.Instance instance, List<ReferenceName> into) {
        instance.held().forEach(name -> into.add(ReferenceName.certain(kind, name)));
    }

    private static ReferenceName[] fitting(List<ReferenceName> names, int count) {
        return names.size() == count ? names.toArray(new ReferenceName[0]) : new ReferenceName[0];
    }

    /**
     * Returns the names by which a struct holds others, where the process told them of it; none where it did not.
     * Variables of its own, where they stand in its record, stand before the members.
     */
    ReferenceName[] structNames(HolderRecord struct, int count) {
        long address = heap.address(struct.object);
        Optional<ProcessNames.Instance> members = told.struct(address);
        List<ReferenceName> names = new ArrayList<>();
        if (members.isPresent() && count == struct.size()) {
            told.instance(address).ifPresent(own -> addHeld(ReferenceKind.IVAR, own, names));
        }
        members.ifPresent(one -> addHeld(ReferenceKind.MEMBER, one, names));
        return fitting(names, count);
    }

    /**
     * Returns the names of the members that a struct holds others by; only their kind where they are not told. Without
     * shapes nothing is certain, for any struct may have variables of its own.
     */
    ReferenceName[] memberNames(HolderRecord struct, int[] places) {
        List<ProcessNames.Layout> all = layouts.getOrDefault(heap.className(struct.object), List.of());
        List<ProcessNames.Layout> known = ofSort(all, true);
        ReferenceName[] names = new ReferenceName[places.length];
        if (known.isEmpty() || (shapes.isEmpty() && known.size() < all.size())) {
            Arrays.fill(names, shapes.isEmpty() ? ReferenceName.oneOf(ReferenceKind.MEMBER, List.of())
                : ReferenceName.of(ReferenceKind.MEMBER));
            return names;
        }
        names = new VariableChoice(evidence, name -> ReferenceKind.MEMBER, heap.classNumber(struct.object),
            targets(struct, places)).among(known.get(0).names, known.get(0).patterns);
        for (int i = 0; i < names.length && shapes.isEmpty(); i++) {
            names[i] = names[i].atMostLikely();
        }
        return names;
    }

    /** Returns the addresses of the objects through which a holder may be what the process means by an owner. */
    Set<Long> owners(HolderRecord holder) {
        Set<Long> owners = new HashSet<>();
        owners.add(heap.address(holder.object));
        if (holder.isFields()) {
            owners.add(holder.recordedClass);
        } else if (heap.isRoot(holder.object)) {
            owners.add(Addresses.NONE);
        }
        return owners;
    }

    /** Returns whether an object is reached from another over a few records that are Ruby's own. */
    boolean isNear(long from, int target, int steps) {
        int start = heap.at(from);
        Graph graph = heap.references();
        Set<Integer> seen = new HashSet<>();
        List<Integer> now = start == Heap.NO_OBJECT ? List.of() : List.of(start);
        for (int step = 0; step < steps && !now.isEmpty(); step++) {
            List<Integer> next = new ArrayList<>();
            for (int object : now) {
                for (int edge = graph.from(object); edge < graph.to(object) && seen.size() < 200; edge++) {
                    int to = graph.target(edge);
                    if (to == target) {
                        return true;
                    }
                    boolean isOwn = heap.type(to) == RecordTypes.IMEMO || heap.type(to) == RecordTypes.DATA;
                    if (isOwn && seen.add(to)) {
                        next.add(to);
                    }
                }
            }
            now = next;
        }
        return false;
    }
}
