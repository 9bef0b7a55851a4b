package io.github.memdump.names;

import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of a heap, as Ruby has them since 3.2: which instance variables an object of a shape has, in the order in
 * which it holds their values. Read once; about 200 bytes a shape. Immutable, thread-safe.
 */
public final class Shapes {
    private static final byte[] ID = RawRecord.key("id");
    private static final byte[] PARENT = RawRecord.key("parent_id");
    private static final byte[] TYPE = RawRecord.key("shape_type");
    private static final byte[] EDGE = RawRecord.key("edge_name");
    /** Shapes deeper than Ruby makes them stand in a damaged dump. */
    private static final int DEEPEST = 100_000;

    private final Map<Long, Shape> shapes;
    private final Map<Long, List<String>> names = new ConcurrentHashMap<>();

    private Shapes(Map<Long, Shape> shapes) {
        this.shapes = shapes;
    }

    private static final class Shape {
        final long parent;
        final String edge;

        Shape(long parent, String edge) {
            this.parent = parent;
            this.edge = edge;
        }
    }

    /**
     * Reads the shapes of a heap; empty where the dump lists none.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static Shapes of(Values values, Task task) throws DumpException {
        JointVisit visit = values.jointly();
        Shapes shapes = of(visit);
        visit.run(task);
        return shapes;
    }

    /** Returns the shapes of a heap, which are there once the visit has been run. */
    static Shapes of(JointVisit visit) {
        Heap heap = visit.values().heap();
        IntList records = new IntList();
        for (int object = 0; object < heap.objectCount(); object++) {
            if (heap.type(object) == RecordTypes.SHAPE) {
                records.add(object);
            }
        }
        Map<Long, Shape> shapes = new ConcurrentHashMap<>();
        visit.add(records.toArray(), (place, record) -> {
            long id = record.number(ID, -1);
            if (id >= 0) {
                shapes.put(id, new Shape(record.number(PARENT, -1), record.text(TYPE).equals("IVAR")
                    ? record.text(EDGE) : ""));
            }
        });
        return new Shapes(shapes);
    }

    /** Returns whether the dump has shapes. */
    public boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** Returns how many there are. */
    public int size() {
        return shapes.size();
    }

    /** Returns whether there is a shape of that number. */
    public boolean has(long id) {
        return shapes.containsKey(id);
    }

    /** Returns the variables of a shape in their order; empty where it has none or is not known. */
    public List<String> names(long id) {
        List<String> known = names.get(id);
        if (known == null) {
            known = find(id);
            names.put(id, known);
        }
        return known;
    }

    private List<String> find(long id) {
        List<String> result = new ArrayList<>();
        Shape shape = shapes.get(id);
        for (int depth = 0; shape != null && depth < DEEPEST; depth++) {
            if (!shape.edge.isEmpty()) {
                result.add(shape.edge);
            }
            shape = shape.parent == id ? null : shapes.get(shape.parent);
        }
        Collections.reverse(result);
        return List.copyOf(result);
    }
}
