package io.github.memdump.testing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the common cleanup leaves: instances of WeakRef are taken out; records of type IMEMO, HASH and ARRAY, instances
 * of Set and RubyVM::Env, and records allocated in {@code dump_all} are collapsed.
 */
public final class CleanupOracle {
    private static final Set<String> COLLAPSED_TYPES = Set.of("IMEMO", "HASH", "ARRAY");
    private static final Set<String> COLLAPSED_CLASSES = Set.of("Set", "RubyVM::Env");

    private final Oracle heap;
    private final Set<String> removed = new HashSet<>();
    private final Set<String> collapsed = new HashSet<>();
    private final Map<String, Set<String>> graph = new LinkedHashMap<>();

    CleanupOracle(Oracle heap) {
        this.heap = heap;
        for (ModelRecord record : heap.dump.records.values()) {
            String className = heap.className(record.identity);
            if (className.equals("WeakRef")) {
                removed.add(record.identity);
            } else if (COLLAPSED_TYPES.contains(record.type) || COLLAPSED_CLASSES.contains(className)
                || record.method.equals("dump_all")) {
                collapsed.add(record.identity);
            }
        }
        for (String object : heap.objects()) {
            if (!removed.contains(object) && !collapsed.contains(object)) {
                graph.put(object, Collections.unmodifiableSet(reachedOverCollapsed(object)));
            }
        }
    }

    /** Returns the objects taken out with their references. */
    public Set<String> removed() {
        return Collections.unmodifiableSet(removed);
    }

    /** Returns the objects whose referrers now refer to what they reached. */
    public Set<String> collapsed() {
        return Collections.unmodifiableSet(collapsed);
    }

    /** Returns for every object that is left what it refers to now, possibly itself. */
    public Map<String, Set<String>> graph() {
        return Collections.unmodifiableMap(graph);
    }

    private Set<String> reachedOverCollapsed(String object) {
        Set<String> reached = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(heap.graph().get(object));
        while (!open.isEmpty()) {
            String target = open.remove();
            if (removed.contains(target) || !seen.add(target)) {
                continue;
            }
            if (collapsed.contains(target)) {
                open.addAll(heap.graph().get(target));
            } else {
                reached.add(target);
            }
        }
        return reached;
    }
}
