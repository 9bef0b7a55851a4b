package io.github.memdump.value;

import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the records of some objects say beyond what the heap keeps, read from the dump again: one pass, 4 bytes for each
 * object and fact. Nothing of it stays in the heap. Immutable, thread-safe.
 */
public final class RecordFacts {
    /** What records say of nothing: what there is where the dump cannot be read again. */
    public static final RecordFacts NONE = new RecordFacts(new int[0], List.of());

    private static final int LARGE = -2;

    private final int[] objects;
    private final Map<RecordFact, int[]> numbers = new EnumMap<>(RecordFact.class);
    /** Numbers that no int can hold, by fact and place. */
    private final Map<List<Object>, Long> large = new ConcurrentHashMap<>();
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> textNumbers = new ConcurrentHashMap<>();

    private RecordFacts(int[] objects, Collection<RecordFact> facts) {
        this.objects = objects;
        for (RecordFact fact : facts) {
            int[] values = new int[objects.length];
            Arrays.fill(values, (int) RecordFact.ABSENT);
            numbers.put(fact, values);
        }
    }

    /**
     * Reads facts of some objects; objects may come more than once.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static RecordFacts of(Values values, int[] objects, Collection<RecordFact> facts, Task task)
            throws DumpException {
        JointVisit visit = values.jointly();
        RecordFacts result = of(visit, objects, facts);
        visit.run(task);
        return result;
    }

    /** Returns the facts of some objects, which are there once the visit has been run. */
    public static RecordFacts of(JointVisit visit, int[] objects, Collection<RecordFact> facts) {
        Heap heap = visit.values().heap();
        IntList told = new IntList();
        Arrays.stream(objects).sorted().distinct()
            .filter(object -> facts.stream().anyMatch(fact -> fact.isOf(heap, object))).forEach(told::add);
        RecordFacts result = new RecordFacts(told.toArray(), facts);
        visit.add(result.objects, (place, record) -> result.take(heap, place, record));
        return result;
    }

    private void take(Heap heap, int place, RawRecord record) {
        numbers.forEach((fact, values) -> {
            if (!fact.isOf(heap, objects[place])) {
                return;
            }
            long number = fact.isText() ? number(fact.text(record)) : fact.number(heap, objects[place], record);
            if (number > Integer.MAX_VALUE) {
                large.put(List.of(fact, place), number);
            }
            values[place] = number > Integer.MAX_VALUE ? LARGE : (int) number;
        });
    }

    private long number(String text) {
        return text.isEmpty() ? RecordFact.ABSENT : textNumbers.computeIfAbsent(text, this::add);
    }

    private synchronized int add(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    /** Returns the number of a fact, or {@link RecordFact#ABSENT}; logarithmic time. */
    public long number(RecordFact fact, int object) {
        int[] values = numbers.get(fact);
        int place = Arrays.binarySearch(objects, object);
        if (values == null || place < 0) {
            return RecordFact.ABSENT;
        }
        return values[place] == LARGE ? Objects.requireNonNull(large.get(List.of(fact, place))) : values[place];
    }

    /** Returns the text of a fact, empty where there is none; of a number its digits. */
    public String text(RecordFact fact, int object) {
        long number = number(fact, object);
        return number == RecordFact.ABSENT ? "" : fact.isText() ? texts.get((int) number) : Long.toString(number);
    }
}
