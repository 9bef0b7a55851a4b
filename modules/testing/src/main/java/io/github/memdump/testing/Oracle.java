package io.github.memdump.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A second opinion on a dump: every answer from its definition, by the shortest way, over maps of strings.
 *
 * <p>Objects are named by identity: address, with {@code :generation} where there is one; roots by their name. Walks go
 * over references and held classes; {@link #overPlainReferences} gives the answers over references alone.
 * Reading takes some kilobytes per object; walks are linear in objects and references for every single question.
 * Immutable.
 */
public final class Oracle {
    final DumpModel dump;
    private final ClassNameOracle classNames;
    private final Map<String, Set<String>> graph;

    private Oracle(DumpModel dump, Map<String, Set<String>> graph) {
        this.dump = dump;
        this.classNames = new ClassNameOracle(dump);
        this.graph = graph;
    }

    private static Oracle of(DumpModel dump) {
        return new Oracle(dump, withHeldClasses(dump, listed(dump)));
    }

    private static Map<String, Set<String>> listed(DumpModel dump) {
        Map<String, Set<String>> graph = new LinkedHashMap<>();
        dump.references.forEach((source, targets) -> {
            Set<String> present = new LinkedHashSet<>(targets);
            present.retainAll(dump.records.keySet());
            graph.put(source, Collections.unmodifiableSet(present));
        });
        return graph;
    }

    /** An object keeps its class alive: adds object → class where no root reaches the class without such edges. */
    private static Map<String, Set<String>> withHeldClasses(DumpModel dump, Map<String, Set<String>> listed) {
        List<String> roots = new ArrayList<>();
        dump.records.values().stream().filter(ModelRecord::isRoot).forEach(root -> roots.add(root.identity));
        Set<String> reached = Walks.reach(listed, roots, all -> true);
        Map<String, Set<String>> graph = new LinkedHashMap<>(listed);
        for (ModelRecord record : dump.records.values()) {
            String held = dump.identityAt(record.classAddress);
            if (!roots.isEmpty() && dump.records.containsKey(held) && !reached.contains(held)) {
                Set<String> more = new LinkedHashSet<>(listed.get(record.identity));
                more.add(held);
                graph.put(record.identity, Collections.unmodifiableSet(more));
            }
        }
        return graph;
    }

    /** Returns the same with walks over the references alone that the dump lists. */
    public Oracle overPlainReferences() {
        return new Oracle(dump, listed(dump));
    }

    /** Reads a heap told by name. */
    public static Oracle of(HeapDsl heap) {
        return of(heap.text());
    }

    /** Reads the text of a dump. */
    public static Oracle of(String text) {
        return of(DumpModel.of(text));
    }

    /** Reads a dump from a file, plain or gzip. */
    public static Oracle of(Path file) {
        return of(DumpModel.of(file));
    }

    /** Returns all objects, ROOT and SHAPE records too, in the order of the dump. */
    public Set<String> objects() {
        return Collections.unmodifiableSet(dump.records.keySet());
    }

    /** Returns the ROOT objects. */
    public Set<String> roots() {
        return objectsWhere(ModelRecord::isRoot);
    }

    /** Returns how many lines were no record. */
    public int damagedLines() {
        return dump.damagedLines;
    }

    /** Returns how many records are slots: NONE, ZOMBIE, MOVED. */
    public int slots() {
        return dump.slots;
    }

    /** Returns how many references there are, as sets, dangling ones included. */
    public long references() {
        return dump.references.values().stream().mapToLong(Set::size).sum();
    }

    /** Returns how many of the {@link #references} lead to an address without a record. */
    public long danglingReferences() {
        return references() - listed(dump).values().stream().mapToLong(Set::size).sum();
    }

    /** Returns the addresses without a record that something refers to. */
    public Set<String> danglingTargets() {
        Set<String> targets = new HashSet<>();
        dump.references.values().forEach(targets::addAll);
        targets.removeAll(dump.records.keySet());
        return targets;
    }

    /** Returns how many entries of reference lists repeat an earlier one of the same object. */
    public long duplicateReferences() {
        return dump.records.values().stream().mapToLong(r -> r.entries.size()).sum() - references();
    }

    /** Returns the sum of memsize over all objects, in bytes. */
    public long memsize() {
        return dump.records.values().stream().mapToLong(r -> r.memsize).sum();
    }

    /** Returns how many objects have a generation. */
    public long withGeneration() {
        return objectsWhere(r -> r.hasGeneration).size();
    }

    /** Returns the type of an object. */
    public String type(String object) {
        return dump.records.get(object).type;
    }

    /** Returns the bytes of an object, 0 if the record has none. */
    public long memsize(String object) {
        return dump.records.get(object).memsize;
    }

    /**
     * Returns the name an object's class goes by: the name of the class, of that above for the singleton class of an
     * object, {@code I(Name)} for a class that is an ICLASS, {@code #<Class:Foo>} for the singleton class of a class,
     * {@code #<Class at app.rb:12>} or else {@code #<Class:0x…>} for other nameless ones, the address where there is no
     * such class in the dump, and the type for ICLASS, IMEMO and records without a class.
     */
    public String className(String object) {
        return classNames.classOf(dump.records.get(object));
    }

    /** Returns the record of an object's class, if the dump has one. */
    public Optional<String> classObject(String object) {
        return Optional.ofNullable(dump.identityAt(dump.records.get(object).classAddress))
            .filter(dump.records::containsKey);
    }

    /** Returns what an IMEMO is or the C type of a DATA record, empty where that is not said or it is neither. */
    public String kind(String object) {
        return dump.records.get(object).kind;
    }

    /** Returns the file in which an object was allocated, empty if that was not traced. */
    public String file(String object) {
        return dump.records.get(object).file;
    }

    /** Returns the line in that file. */
    public String line(String object) {
        return dump.records.get(object).line;
    }

    /** Returns the generation of an object, empty if its record has none. */
    public String generation(String object) {
        return dump.records.get(object).generation;
    }

    /** Returns objects counted by class name, the most frequent first, then by name. */
    public List<HistogramRow> rowsByClass() {
        return rows(objects(), this::className);
    }

    /** Returns objects counted by the name of what their records call their class, its address where it has none. */
    public List<HistogramRow> rowsByRecordedClass() {
        return rows(objects(), object -> classNames.recordedClassOf(dump.records.get(object)));
    }

    /** Returns objects counted by type, the most frequent first, then by type. */
    public List<HistogramRow> rowsByType() {
        return rows(objects(), this::type);
    }

    /** Returns for every object what it refers to, without dangling references, and its class if that is held. */
    public Map<String, Set<String>> graph() {
        return Collections.unmodifiableMap(graph);
    }

    /** Returns all that can be reached from an object, itself included. */
    public Set<String> reachableFrom(String object) {
        return Walks.reach(graph, List.of(object), all -> true);
    }

    /** Returns the root distance of every object that has one: 1 for a ROOT object. */
    public Map<String, Integer> rootDistances() {
        Map<String, Integer> distances = Walks.distances(graph, roots());
        distances.replaceAll((object, distance) -> distance + 1);
        return distances;
    }

    /** Returns the objects that lie on any shortest path from the roots to any of the targets, both ends included. */
    public Set<String> onShortestPathsTo(Collection<String> targets) {
        Map<String, Integer> distances = rootDistances();
        Map<String, List<String>> before = new LinkedHashMap<>();
        distances.keySet().forEach(source -> graph.get(source).stream()
            .filter(target -> distances.get(target) == distances.get(source) + 1)
            .forEach(target -> before.computeIfAbsent(target, t -> new ArrayList<>()).add(source)));
        Set<String> found = new HashSet<>(targets);
        found.retainAll(distances.keySet());
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            before.getOrDefault(open.remove(), List.of()).stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    /** Computes dominators and what they retain. */
    public DominatorOracle dominators() {
        return new DominatorOracle(this);
    }

    /** Computes what the common cleanup leaves. */
    public CleanupOracle commonCleanup() {
        return new CleanupOracle(this);
    }

    /** Compares with a dump taken before this one. */
    public DiffOracle since(Oracle before) {
        return new DiffOracle(before, this);
    }

    List<HistogramRow> rows(Collection<String> objects, Function<String, String> key) {
        Map<String, HistogramRow> rows = new LinkedHashMap<>();
        for (String object : objects) {
            rows.merge(key.apply(object), new HistogramRow(key.apply(object), 1, memsize(object)),
                (a, b) -> new HistogramRow(a.key(), a.count() + b.count(), a.memsize() + b.memsize()));
        }
        List<HistogramRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingLong(HistogramRow::count).reversed().thenComparing(HistogramRow::key));
        return sorted;
    }

    Set<String> objectsWhere(Predicate<ModelRecord> wanted) {
        Set<String> found = new LinkedHashSet<>();
        dump.records.values().stream().filter(wanted).forEach(record -> found.add(record.identity));
        return found;
    }
}
