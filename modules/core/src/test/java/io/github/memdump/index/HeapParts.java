package io.github.memdump.index;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything a heap, or its identities, consists of, found by reflection: each field of each object of ours, by its
 * path. What a heap learns to hold later is found too.
 */
final class HeapParts {
    /** What follows from the references of the dump, when it is first asked for. */
    private static final Set<String> DERIVED = Set.of("Heap.plain", "Heap.references.held", "Heap.references.all",
        "Heap.references.referrers");

    private final Map<String, Object> leaves = new TreeMap<>();
    private final Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());

    private HeapParts() {
    }

    static HeapParts of(Object heap) throws IllegalAccessException {
        HeapParts parts = new HeapParts();
        ArrayDeque<Map.Entry<String, Object>> todo = new ArrayDeque<>();
        todo.add(Map.entry(heap.getClass().getSimpleName(), heap));
        while (!todo.isEmpty()) {
            Map.Entry<String, Object> next = todo.remove();
            for (Field field : next.getValue().getClass().getDeclaredFields()) {
                String name = next.getKey() + "." + field.getName();
                if (!Modifier.isStatic(field.getModifiers()) && !DERIVED.contains(name)) {
                    field.setAccessible(true);
                    Object value = field.get(next.getValue());
                    if (value != null && isOurs(value)) {
                        todo.add(Map.entry(name, value));
                    } else {
                        parts.leaf(name, value);
                    }
                }
            }
        }
        return parts;
    }

    private static boolean isOurs(Object value) {
        Class<?> kind = value.getClass();
        return kind.getName().startsWith("io.github.memdump.") && !kind.isArray() && !kind.isEnum();
    }

    private void leaf(String name, Object value) {
        if (value != null && value.getClass().isArray()) {
            if (value.getClass().getComponentType().isPrimitive() && Array.getLength(value) > 0) {
                arrays.add(value);
            }
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            leaves.put(name, elements);
        } else if (value instanceof List && !((List<?>) value).isEmpty() && isOurs(((List<?>) value).get(0))) {
            List<String> described = new ArrayList<>();
            ((List<?>) value).forEach(element -> described.add(fields(element)));
            leaves.put(name, described);
        } else {
            leaves.put(name, value);
        }
    }

    private static String fields(Object element) {
        try {
            StringBuilder text = new StringBuilder();
            for (Field field : element.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    text.append(field.getName()).append('=').append(field.get(element)).append(' ');
                }
            }
            return text.toString();
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** Returns the values of all fields that hold no object of ours, by path; arrays as lists. */
    Map<String, Object> leaves() {
        return leaves;
    }

    /** Returns all arrays of primitives that are not empty, as such. */
    Set<Object> arrays() {
        return arrays;
    }
}
