package io.github.memdump.answer.content.site;

import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.names.ProcessNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a thread by what it runs: by the application's own line of its backtrace, if the process told one; else by the
 * line that made it, and where a library did, by the application's block that it runs. Immutable, thread-safe.
 */
public final class ThreadWords {
    private static final String PROC = "proc";
    /** In what the process told, name and status stand before the backtrace. */
    private static final int FIRST_LINE = 2;

    private final Heap heap;
    private final ProcessNames told;

    /** Prepares to speak of the threads of a heap, with what the process told of them. */
    public ThreadWords(Heap heap, ProcessNames told) {
        this.heap = heap;
        this.told = told;
    }

    /** Returns {@code made at pool.rb:3, with a block of job.rb:12}, as far as it is known; linear in references. */
    public String of(int thread) {
        String made = heap.sites().place(heap.site(thread));
        String running = running(told.thread(heap.address(thread)));
        boolean isOwn = !made.isEmpty() && !isLibrary(thread);
        String block = running.isEmpty() && !isOwn ? block(thread) : "";
        return Stream.of(made.isEmpty() ? "" : "made at " + made, running.isEmpty() ? "" : "running " + running,
            block.isEmpty() ? "" : "with a block of " + block).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    }

    private static String running(List<String> thread) {
        if (thread.size() <= FIRST_LINE) {
            return "";
        }
        List<String> lines = thread.subList(FIRST_LINE, thread.size());
        return lines.stream().filter(line -> !line.isEmpty() && !CodeOrigin.isLibrary(file(line))).findFirst()
            .orElse(lines.get(0));
    }

    private static String file(String line) {
        int end = line.indexOf(':');
        return end < 0 ? line : line.substring(0, end);
    }

    private boolean isLibrary(int object) {
        return heap.site(object) != SiteTable.NO_SITE && CodeOrigin.isLibrary(heap.sites().file(heap.site(object)));
    }

    private String block(int thread) {
        Graph references = heap.references();
        for (int i = references.from(thread); i < references.to(thread); i++) {
            int target = references.target(i);
            if (heap.type(target) == RecordTypes.DATA && heap.name(target).equals(PROC)) {
                String source = told.proc(heap.address(target));
                String place = source.isEmpty() ? heap.sites().place(heap.site(target)) : source;
                if (!place.isEmpty() && !CodeOrigin.isLibrary(file(place))) {
                    return place;
                }
            }
        }
        return "";
    }
}
