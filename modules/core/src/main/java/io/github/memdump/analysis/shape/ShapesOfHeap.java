package io.github.memdump.analysis.shape;

import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.Shapes;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which shapes the objects of a heap have, by class. An object of the class that Ruby made keeps its variables by
 * shape; so do classes and modules, and, behind a record of variables, others since Ruby 4.0. Objects without any
 * variable are left out, instances of the program's classes (type OBJECT) are not. Immutable, thread-safe; about 100
 * bytes a shape and class.
 */
public final class ShapesOfHeap {
    private static final byte[] SHAPE_ID = RawRecord.key("shape_id");
    private static final byte[] TOO_COMPLEX = RawRecord.key("too_complex_shape");
    private static final byte[] COMPLEX = RawRecord.key("complex_shape");
    private static final String FIELDS = "fields";

    private final Shapes shapes;
    private final List<ShapeUse> uses;
    private final List<ClassShapes> classes;

    private ShapesOfHeap(Shapes shapes, List<ShapeUse> uses, List<ClassShapes> classes) {
        this.shapes = shapes;
        this.uses = uses;
        this.classes = classes;
    }

    /**
     * Finds the shapes of some objects; reads the dump twice.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static ShapesOfHeap of(Values values, NodeSet among, Task task) throws DumpException {
        Shapes shapes = Shapes.of(values, task);
        Count count = new Count(values.heap(), shapes);
        int[] objects = count.objects(among);
        values.visit(objects, (place, record) -> count.take(objects[place], record), task);
        List<ShapeUse> uses = count.uses();
        Map<Integer, List<ShapeUse>> byClass = new LinkedHashMap<>();
        uses.forEach(use -> byClass.computeIfAbsent(use.classNumber(), any -> new ArrayList<>()).add(use));
        List<ClassShapes> classes = new ArrayList<>();
        byClass.values().forEach(some -> classes.add(ClassShapes.of(some)));
        classes.sort(Comparator.comparingLong(ClassShapes::tooComplex).reversed()
            .thenComparing(Comparator.comparingInt(ClassShapes::shapes).reversed())
            .thenComparing(Comparator.comparingLong(ClassShapes::objects).reversed())
            .thenComparingInt(ClassShapes::classNumber));
        return new ShapesOfHeap(shapes, List.copyOf(uses), List.copyOf(classes));
    }

    /** Returns the shapes that the dump lists. */
    public Shapes shapes() {
        return shapes;
    }

    /** Returns the shapes of objects by class, the most used first. */
    public List<ShapeUse> uses() {
        return uses;
    }

    /** Returns the classes: those with objects too complex for a shape first, then those with most shapes. */
    public List<ClassShapes> classes() {
        return classes;
    }

    /** Counts objects by shape and class. */
    private static final class Count {
        private final Heap heap;
        private final Shapes shapes;
        private final Map<List<Long>, int[]> counts = new HashMap<>();

        Count(Heap heap, Shapes shapes) {
            this.heap = heap;
            this.shapes = shapes;
        }

        int[] objects(NodeSet among) {
            IntList result = new IntList();
            for (int object = 0; object < heap.objectCount(); object++) {
                int type = heap.type(object);
                boolean isRead = type == RecordTypes.OBJECT || type == RecordTypes.CLASS || type == RecordTypes.MODULE
                    || (type == RecordTypes.IMEMO && heap.name(object).equals(FIELDS));
                if (isRead && among.contains(owner(object))) {
                    result.add(object);
                }
            }
            return result.toArray();
        }

        /** Returns the object whose variables a record of variables keeps, else the object itself. */
        private int owner(int object) {
            Graph referrers = heap.referrers();
            return heap.type(object) == RecordTypes.IMEMO && referrers.outDegree(object) > 0
                ? referrers.target(referrers.from(object)) : object;
        }

        void take(int object, RawRecord record) {
            long shape = record.number(SHAPE_ID, ShapeUse.TOO_COMPLEX);
            boolean isComplex = record.isTrue(TOO_COMPLEX) || record.isTrue(COMPLEX);
            int owner = owner(object);
            boolean isObject = heap.type(owner) == RecordTypes.OBJECT;
            boolean counts = isObject ? owner == object : isComplex || !shapes.names(shape).isEmpty();
            if (counts && (isComplex || shape >= 0)) {
                add(List.of(isComplex ? ShapeUse.TOO_COMPLEX : shape, (long) heap.classNumber(owner)), owner);
            }
        }

        private synchronized void add(List<Long> key, int object) {
            int[] count = counts.computeIfAbsent(key, any -> new int[] {0, object});
            count[0]++;
            count[1] = Math.min(count[1], object);
        }

        List<ShapeUse> uses() {
            List<ShapeUse> uses = new ArrayList<>();
            counts.forEach((key, count) -> uses.add(new ShapeUse(key.get(0), Math.toIntExact(key.get(1)), count[1],
                count[0], shapes.names(key.get(0)))));
            uses.sort(Comparator.comparingInt(ShapeUse::objects).reversed()
                .thenComparing(Comparator.comparingInt((ShapeUse use) -> use.variables().size()).reversed())
                .thenComparingLong(ShapeUse::shape).thenComparingInt(ShapeUse::classNumber));
            return uses;
        }
    }
}
