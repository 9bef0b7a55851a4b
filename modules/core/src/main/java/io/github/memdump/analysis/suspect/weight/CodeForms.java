package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What of Ruby's own is made again and again, where no dump says at which line: by what it is like. Code that is
 * compiled from a text has a path of its own, while all code of a file shares one; classes and modules that are loaded
 * have names. Not thread-safe.
 */
final class CodeForms {
    private static final int DEEPEST_SINGLETON = 3;

    private final Heap heap;
    private final NodeSet fresh;
    private final NodeSet singletonsOfNamed;

    CodeForms(Heap heap, NodeSet fresh) {
        this.heap = heap;
        this.fresh = fresh;
        this.singletonsOfNamed = singletonsOfNamed();
    }

    /** Returns those of which so many are alike, with the inclusions of such modules; linear time. */
    NodeSet repeated(int many, NodeSet except) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            if (isMeant(object, except)) {
                counts.merge(form(object), 1, Integer::sum);
            }
        }
        NodeSet.Builder result = NodeSet.builder(heap.objectCount());
        if (counts.isEmpty()) {
            return result.build();
        }
        for (int object = 0; object < heap.objectCount(); object++) {
            if (isMeant(object, except) && counts.getOrDefault(form(object), 0) >= many) {
                result.add(object);
            }
        }
        for (int object = 0; object < heap.objectCount(); object++) {
            if (heap.type(object) == RecordTypes.ICLASS && isWithoutLine(object)
                && heap.classObject(object) != Heap.NO_OBJECT && result.contains(heap.classObject(object))) {
                result.add(object);
            }
        }
        return result.build();
    }

    private boolean isWithoutLine(int object) {
        return fresh.contains(object) && heap.site(object) < 0;
    }

    private boolean isMeant(int object, NodeSet except) {
        if (!isWithoutLine(object) || except.contains(object)) {
            return false;
        }
        switch (heap.type(object)) {
            case RecordTypes.IMEMO:
                return heap.name(object).equals("iseq") && hasOwnPath(object);
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
                return heap.name(object).isEmpty() && !singletonsOfNamed.contains(object);
            default:
                return false;
        }
    }

    /** Code from a text keeps its path in an Array that nothing else refers to. */
    private boolean hasOwnPath(int code) {
        Graph references = heap.references();
        for (int i = references.from(code); i < references.to(code); i++) {
            int target = references.target(i);
            if (heap.type(target) == RecordTypes.ARRAY && fresh.contains(target)
                && heap.referrers().outDegree(target) == 1) {
                return true;
            }
        }
        return false;
    }

    /** Returns a number that those share which are of one type and size and refer to the same types. */
    private int form(int object) {
        Graph references = heap.references();
        int[] types = new int[references.outDegree(object) + 2];
        types[0] = heap.type(object);
        types[1] = (int) heap.memsize(object);
        for (int i = references.from(object); i < references.to(object); i++) {
            types[2 + i - references.from(object)] = heap.type(references.target(i));
        }
        Arrays.sort(types, 2, types.length);
        return Arrays.hashCode(types);
    }

    private NodeSet singletonsOfNamed() {
        NodeSet.Builder result = NodeSet.builder(heap.objectCount());
        for (int object = 0; object < heap.objectCount(); object++) {
            boolean isClass = heap.type(object) == RecordTypes.CLASS || heap.type(object) == RecordTypes.MODULE;
            int singleton = isClass && !heap.name(object).isEmpty() ? heap.classObject(object) : Heap.NO_OBJECT;
            for (int step = 0; step < DEEPEST_SINGLETON && singleton != Heap.NO_OBJECT
                && heap.name(singleton).isEmpty(); step++) {
                result.add(singleton);
                singleton = heap.classObject(singleton);
            }
        }
        return result.build();
    }
}
