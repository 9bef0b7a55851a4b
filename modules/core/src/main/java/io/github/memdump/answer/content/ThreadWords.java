package io.github.memdump.answer.content;

import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.names.ProcessNames;
import java.util.List;

/**
 * Tells a thread by what it runs: by the application's own line of its backtrace, if the process told one; else by the
 * line that made it, and where a library did, by the application's block that it runs. Immutable, thread-safe.
 */
final class ThreadWords {
    private static final String PROC = "proc";
    /** In what the process told, name and status stand before the backtrace. */
    private static final int FIRST_LINE = 2;

    private final Heap heap;
    private final ProcessNames told;

    ThreadWords(Heap heap, ProcessNames told) {
        this.heap = heap;
        this.told = told;
    }

    /** Returns {@code made at pool.rb:3, running job.rb:12:in `call'}, as far as it is known; linear in references. */
    String of(int thread) {
        String made = heap.sites().place(heap.site(thread));
        String running = running(told.thread(heap.address(thread)));
        String block = running.isEmpty() && isLibrary(thread) ? block(thread) : "";
        return (made.isEmpty() ? "" : "made at " + made) + (made.isEmpty() || running.isEmpty() ? "" : ", ")
            + (running.isEmpty() ? "" : "running " + running) + (block.isEmpty() ? "" : ", for a block of " + block);
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
            boolean isProc = heap.type(target) == RecordTypes.DATA && heap.name(target).equals(PROC);
            if (isProc && heap.site(target) != SiteTable.NO_SITE && !isLibrary(target)) {
                return heap.sites().place(heap.site(target));
            }
        }
        return "";
    }
}
