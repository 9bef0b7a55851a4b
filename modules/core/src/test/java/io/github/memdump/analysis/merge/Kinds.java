package io.github.memdump.analysis.merge;

import io.github.memdump.heap.Heap;
import io.github.memdump.testing.Oracle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** By what objects are merged, from the definition, over identities. */
final class Kinds {
    private final Heap heap;
    private final Oracle oracle;
    private final Map<String, Integer> ids = new HashMap<>();

    Kinds(Heap heap, Oracle oracle) {
        this.heap = heap;
        this.oracle = oracle;
        for (int object = 0; object < heap.objectCount(); object++) {
            ids.put(heap.identity(object), object);
        }
    }

    String of(String object) {
        String type = oracle.type(object);
        if (type.equals("ROOT") || type.equals("CLASS") || type.equals("MODULE")) {
            return object;
        }
        boolean isNamed = type.equals("IMEMO") || type.equals("DATA");
        return oracle.className(object) + (isNamed ? " named " + heap.name(id(object)) : "");
    }

    int id(String object) {
        return ids.get(object);
    }

    Set<String> some(Random random) {
        Set<String> some = new HashSet<>();
        int share = 1 + random.nextInt(30);
        for (String object : oracle.objects()) {
            if (random.nextInt(share) == 0) {
                some.add(object);
            }
        }
        return some;
    }
}
