package io.github.memdump.subset;

import io.github.memdump.graph.Collapse;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some objects of a heap and the references among them, which may have been rewritten: what memdump calls a
 * {@code MemoryDump}. Objects keep the ids that they have in the heap. References are those that the dump lists:
 * {@linkplain Heap#references held classes} have none here.
 *
 * <p>Immutable, thread-safe. Costs 1 bit per object of the heap; references are shared with the heap or with the subset
 * it was made of until they are asked for or rewritten: 4 bytes per object of the heap and per reference then.
 * Operations that are more than a choice of objects are classes of their own: {@link RootsOf}, {@link RootOf},
 * {@link SubgraphOf}, {@link ParentsOf}, {@link RemoveNode}, {@link SmallComponents}, {@link Roots},
 * {@link ObjectGroup}, {@link ReplaceClass}, {@link OutDegree}, {@link CommonCleanup}, {@code Border},
 * {@code KeepAlive}, {@code Histogram}.
 */
public final class HeapSubset {
    private final Heap heap;
    private final Heap plain;
    private final NodeSet objects;
    /** The references, perhaps with some that leave or enter objects that are not in the subset. */
    private final Graph graph;
    private final List<ObjectGroup> groups;
    private volatile @Nullable Graph references;
    private volatile @Nullable Graph referrers;

    private HeapSubset(Heap heap, Heap plain, NodeSet objects, Graph graph, List<ObjectGroup> groups) {
        this.heap = heap;
        this.plain = plain;
        this.objects = objects;
        this.graph = graph;
        this.groups = groups;
    }

    /** Returns all objects of a heap, with the references that the dump lists. */
    public static HeapSubset of(Heap heap) {
        Heap plain = heap.overPlainReferences();
        return new HeapSubset(heap, plain, NodeSet.all(heap.objectCount()), plain.references(), List.of());
    }

    /** Returns some objects of a heap. */
    public static HeapSubset of(Heap heap, NodeSet objects) {
        return of(heap).keep(objects);
    }

    /** Returns the heap that the objects are of. */
    public Heap heap() {
        return heap;
    }

    /** Returns the objects. */
    public NodeSet objects() {
        return objects;
    }

    /** Returns the number of objects. */
    public int size() {
        return objects.size();
    }

    /** Returns whether an object of the heap is in the subset. */
    public boolean contains(int object) {
        return objects.contains(object);
    }

    /** Returns the references among the objects, over the ids of the heap; the first call takes linear time. */
    public Graph references() {
        Graph result = references;
        if (result == null) {
            result = objects.size() == heap.objectCount() ? graph : Rows.among(graph, objects, Task.UNWATCHED);
            references = result;
        }
        return result;
    }

    /** Returns the {@link #references} turned round; the first call takes linear time. */
    public Graph referrers() {
        Graph result = referrers;
        if (result == null) {
            result = references() == plain.references() ? plain.referrers() : references().reversed();
            referrers = result;
        }
        return result;
    }

    /** Returns the edges of the {@link #walk} turned round, with those of objects that it does not enter. */
    Graph walkTurnedRound() {
        return graph == plain.references() ? plain.referrers() : graph.reversed();
    }

    /** Returns the walk over the references among the objects, which costs nothing to make. */
    public Walk walk() {
        return Walk.over(graph).within(objects);
    }

    /** Returns the objects that are in a set too, and the references among them (memdump's {@code find_all}). */
    public HeapSubset keep(NodeSet kept) {
        NodeSet both = objects.and(kept);
        List<ObjectGroup> left = new ArrayList<>();
        groups.stream().filter(group -> both.contains(group.object())).forEach(left::add);
        return new HeapSubset(heap, plain, both, graph, Collections.unmodifiableList(left));
    }

    /** Returns the objects that satisfy a condition; linear. */
    public HeapSubset keep(IntPredicate condition) {
        return keep(NodeSet.where(heap.objectCount(), object -> objects.contains(object) && condition.test(object)));
    }

    /** Returns the objects that are not in a set ({@code without} and {@code remove}). */
    public HeapSubset without(NodeSet others) {
        return keep(others.complement());
    }

    /** Returns the objects of the classes of a name. */
    public HeapSubset objectsOfClass(String name) {
        return objectsOfClass(name::equals);
    }

    /** Returns the objects of the classes in whose name a pattern is found. */
    public HeapSubset objectsOfClass(Pattern name) {
        return objectsOfClass(name.asPredicate());
    }

    /** Returns the objects of the classes whose name satisfies a condition, which is asked once for each class. */
    public HeapSubset objectsOfClass(Predicate<String> name) {
        boolean[] wanted = new boolean[heap.classes().size()];
        for (int c = 0; c < wanted.length; c++) {
            wanted[c] = name.test(heap.classes().name(c));
        }
        return keep(object -> wanted[heap.classNumber(object)]);
    }

    /** Returns the objects of a record type, such as {@code STRING}. */
    public HeapSubset objectsOfType(String type) {
        int number = heap.types().number(type);
        return keep(object -> heap.type(object) == number);
    }

    /**
     * Returns the subset without some objects, their referrers connected with what they reached through them alone.
     *
     * @throws io.github.memdump.graph.TooManyEdgesException if this makes more references than fit
     * @throws io.github.memdump.task.CancelledException     if the task was cancelled
     */
    public HeapSubset collapse(NodeSet collapsed, Task task) {
        return without(collapsed).rewritten(Collapse.collapse(graph, objects.complement(), collapsed, task));
    }

    /** Returns this subset with other references among its objects. */
    HeapSubset rewritten(Graph among) {
        HeapSubset rewritten = new HeapSubset(heap, plain, objects, among, groups);
        rewritten.references = among;
        return rewritten;
    }

    /** Returns the subset in which an object stands for a group. */
    HeapSubset grouped(ObjectGroup group, NodeSet left, Graph among) {
        List<ObjectGroup> all = new ArrayList<>();
        groups.stream().filter(other -> left.contains(other.object()) && other.object() != group.object())
            .forEach(all::add);
        all.add(group);
        return new HeapSubset(heap, plain, left, among, Collections.unmodifiableList(all));
    }

    /** Returns the groups that objects of the subset stand for. */
    public List<ObjectGroup> groups() {
        return groups;
    }

    /** Returns the group that an object stands for, if it does. */
    public Optional<ObjectGroup> groupOf(int object) {
        return groups.stream().filter(group -> group.object() == object).findAny();
    }

    /** Returns the object that an object of the heap is in this subset: itself, that of its group, or none. */
    int standingFor(int object) {
        if (contains(object)) {
            return object;
        }
        return groups.stream().filter(group -> group.members().contains(object)).mapToInt(ObjectGroup::object)
            .findAny().orElse(Heap.NO_OBJECT);
    }

    /** Returns the size of an object in bytes, of all its members if it stands for a group. */
    public long memsize(int object) {
        return groups.isEmpty() ? heap.memsize(object)
            : groupOf(object).map(ObjectGroup::memsize).orElseGet(() -> heap.memsize(object));
    }

    @Override
    public String toString() {
        return size() + " of " + heap.objectCount() + " objects of " + heap.facts().dumpName();
    }
}
