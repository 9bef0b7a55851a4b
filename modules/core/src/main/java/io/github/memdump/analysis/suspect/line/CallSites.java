package io.github.memdump.analysis.suspect.line;

import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.SiteTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a line of a library, as far as the caches in loaded code tell. The line that first ran a piece of code
 * allocated its cache, so a traced cache says in which code a line is; and up to Ruby 3.1 the cache of a call refers to
 * the method that it calls. Not thread-safe.
 */
final class CallSites {
    private static final int DEEPEST = 12;
    private static final String CODE = "iseq";
    private static final String METHOD = "ment";
    private static final String CALL = "callcache";
    private static final String CONSTANT = "constcache";

    private final Heap heap;
    private final Graph referrers;
    private final Map<String, Boolean> libraries = new HashMap<>();
    private @Nullable Map<String, IntList> codeAt;

    CallSites(Heap heap) {
        this.heap = heap;
        this.referrers = heap.referrers();
    }

    /** Returns whether a site is a line of the application: in no gem, not Ruby's, and a line at all. */
    boolean isApplications(int site) {
        return site != SiteTable.NO_SITE && heap.sites().line(site) > 0 && !isLibrary(site);
    }

    /** Returns whether a known site is in a gem or in Ruby. */
    boolean isLibrary(int site) {
        return libraries.computeIfAbsent(heap.sites().file(site), CodeOrigin::isLibrary);
    }

    /**
     * Returns the application's line that calls a library's line: the only one that calls it, through the fewest
     * methods of libraries; {@link SiteTable#NO_SITE} if none is found, or several. Linear time in the code of the heap
     * once, and in what is walked over.
     */
    int callerOf(int site) {
        IntList level = codeAt(site);
        NodeSet.Builder met = NodeSet.builder(heap.objectCount());
        for (int depth = 0; depth < DEEPEST && level.size() > 0; depth++) {
            Map<String, Integer> found = new HashMap<>();
            IntList above = new IntList();
            for (int method : methods(level, met)) {
                for (int i = referrers.from(method); i < referrers.to(method); i++) {
                    addCall(referrers.target(i), found, above);
                }
            }
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.values().iterator().next() : SiteTable.NO_SITE;
            }
            level = above;
        }
        return SiteTable.NO_SITE;
    }

    private void addCall(int call, Map<String, Integer> found, IntList above) {
        if (!is(call, CALL)) {
            return;
        }
        int site = heap.site(call);
        if (isApplications(site)) {
            found.putIfAbsent(heap.sites().place(site), site);
            return;
        }
        int known = above.size();
        for (int i = referrers.from(call); i < referrers.to(call); i++) {
            if (is(referrers.target(i), CODE)) {
                above.add(referrers.target(i));
            }
        }
        if (above.size() == known && site != SiteTable.NO_SITE) {
            // Another receiver took its place in the code.
            addAll(codeAt(site), above);
        }
    }

    /** Returns the methods that some code belongs to: as blocks do to the method around them. */
    private int[] methods(IntList code, NodeSet.Builder met) {
        IntList open = new IntList();
        addAll(code, open);
        Set<Integer> methods = new HashSet<>();
        for (int next = 0; next < open.size(); next++) {
            int piece = open.get(next);
            if (!met.add(piece)) {
                continue;
            }
            for (int i = referrers.from(piece); i < referrers.to(piece); i++) {
                int referrer = referrers.target(i);
                if (is(referrer, CODE)) {
                    open.add(referrer);
                } else if (is(referrer, METHOD)) {
                    methods.add(referrer);
                }
            }
        }
        return methods.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private IntList codeAt(int site) {
        Map<String, IntList> known = codeAt;
        if (known == null) {
            known = new HashMap<>();
            codeAt = known;
            for (int object = 0; object < heap.objectCount(); object++) {
                if (heap.type(object) == RecordTypes.IMEMO && heap.site(object) != SiteTable.NO_SITE
                    && isLibrary(heap.site(object)) && (is(object, CALL) || is(object, CONSTANT))) {
                    addCode(object, known.computeIfAbsent(heap.sites().place(heap.site(object)),
                        any -> new IntList()));
                }
            }
        }
        return known.getOrDefault(heap.sites().place(site), new IntList());
    }

    private void addCode(int cache, IntList code) {
        for (int i = referrers.from(cache); i < referrers.to(cache); i++) {
            if (is(referrers.target(i), CODE)) {
                code.add(referrers.target(i));
            }
        }
    }

    private boolean is(int object, String kind) {
        return heap.type(object) == RecordTypes.IMEMO && heap.name(object).equals(kind);
    }

    private static void addAll(IntList from, IntList to) {
        for (int i = 0; i < from.size(); i++) {
            to.add(from.get(i));
        }
    }
}
