package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What of Ruby's own is made again and again: new classes, modules, inclusions, methods and code of which ten or more
 * come from one line. A program that is loaded makes each of them once, at a line of its own, or many of them at the
 * line that loads, which does not count; nor does what Ruby's built-in code makes. What has no line goes by
 * {@link CodeForms}.
 */
public final class MadeAgain {
    private static final int MANY = 10;
    private static final Set<String> LOADING = Set.of("require", "require_relative", "gem_original_require",
        "load_iseq");

    private final Heap heap;
    private final ProgramObjects objects;
    private final NodeSet fresh;
    private final boolean[] loading;

    public MadeAgain(Heap heap, ProgramObjects objects, NodeSet fresh) {
        this.heap = heap;
        this.objects = objects;
        this.fresh = fresh;
        this.loading = new boolean[heap.sites().size()];
        for (int site = 0; site < loading.length; site++) {
            loading[site] = isLoading(heap, site);
        }
    }

    /**
     * Returns the classes and code that are made again and again; linear time. An object's own singleton class is part
     * of the object.
     */
    public NodeSet code() {
        NodeSet ofObjects = singletonsOfObjects();
        return repeated(object -> objects.isCode(object) || (objects.isClass(object) && !ofObjects.contains(object)))
            .or(new CodeForms(heap, fresh).repeated(MANY, ofObjects));
    }

    /**
     * Returns the program's objects that come again and again from one line, so that they are no literals and no names
     * in loaded code even where nothing but Ruby's tables or code holds them; linear time.
     */
    public NodeSet objects() {
        return repeated(objects::weighs);
    }

    private NodeSet singletonsOfObjects() {
        NodeSet.Builder result = NodeSet.builder(heap.objectCount());
        for (int object = 0; object < heap.objectCount(); object++) {
            boolean isSingle = heap.recordedClass(object) != heap.classNumber(object) && !objects.isClass(object);
            if (isSingle && heap.classObject(object) != Heap.NO_OBJECT) {
                result.add(heap.classObject(object));
            }
        }
        return result.build();
    }

    private NodeSet repeated(IntPredicate isMeant) {
        NodeSet meant = NodeSet.where(heap.objectCount(), object -> isCounted(object) && isMeant.test(object));
        KindCounts kinds = KindCounts.of(heap, meant::contains);
        return NodeSet.where(heap.objectCount(),
            object -> meant.contains(object) && kinds.count(kinds.number(object)) >= MANY);
    }

    private boolean isCounted(int object) {
        int site = heap.site(object);
        return site >= 0 && fresh.contains(object) && !loading[site]
            && !(isCompiled(object) && heap.sites().method(site).equals("load"));
    }

    /** A program has methods called load too: only what compiling makes is told from what these make. */
    private boolean isCompiled(int object) {
        return heap.type(object) == RecordTypes.IMEMO || heap.type(object) == RecordTypes.STRING;
    }

    /** Returns whether a line makes objects because it loads code. */
    public static boolean isLoading(Heap heap, int site) {
        String file = heap.sites().file(site);
        return LOADING.contains(heap.sites().method(site)) || file.startsWith("<internal:")
            || file.contains("/bootsnap/");
    }
}
