package io.github.memdump.answer.process;

import io.github.memdump.analysis.process.MemoryUse;
import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.answer.Answer;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ProcessNames;
import io.github.memdump.task.Task;
import io.github.memdump.value.RecordFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a dump tells of the memory of its process: what that said of itself beside the dump, and how full the pages are
 * in which the objects lie; without the first, what cannot be known. Immutable, thread-safe.
 */
public final class DumpMemoryAnswer {
    /** Fewer sparse pages are no matter. */
    private static final long MANY = 16L << 20;

    private final Optional<MemoryAnswer> process;
    private final HeapPages pages;

    private DumpMemoryAnswer(Optional<MemoryAnswer> process, HeapPages pages) {
        this.process = process;
        this.pages = pages;
    }

    /** Looks at a heap and what its process told, beside what it had at an earlier dump; linear time. */
    public static DumpMemoryAnswer of(Heap heap, ProcessNames told, Optional<MemoryUse> earlier, Task task) {
        return new DumpMemoryAnswer(MemoryUse.told(heap, told, task).map(use -> MemoryAnswer.of(use).since(earlier)),
            HeapPages.of(heap, RecordFacts.NONE, task));
    }

    /** Returns what the process said of itself, nothing if it did not. */
    public Optional<MemoryAnswer> process() {
        return process;
    }

    /** Returns the finding: how much there was, how it grew, where most of it is. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (process.isPresent()) {
            sentences.add(process.get().amount("When it was dumped, the process had"));
            sentences.add(process.get().growth());
            sentences.add(process.get().verdict());
        } else {
            sentences.add("The dump does not say what memory its process had; one that memdump dump takes does. It"
                + " cannot tell of pages without objects, free blocks of malloc and what C libraries have: while the"
                + " process runs, memdump where PID does.");
        }
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    /** Returns what is said beside, the pages last. */
    public List<String> details() {
        List<String> details = new ArrayList<>(process.map(MemoryAnswer::details).orElse(List.of()));
        details.add("in the dump: " + PageWords.fill(pages));
        details.add(PageWords.sparse(pages));
        return details;
    }

    /** Returns what lies in sparse pages, what holds most of them first; nothing where these are few. */
    public List<HeapPages.Holder> holders() {
        boolean isMuch = pages.sparse() * pages.pageSize() >= MANY && pages.sparse() * 4 >= pages.pages().size();
        return isMuch ? pages.holders() : List.of();
    }

    /** Returns the figures for machines. */
    public Answer facts() {
        Answer.Builder answer = Answer.builder().fact("told", process.isPresent());
        process.ifPresent(memory -> answer.facts(memory.facts()));
        return answer.facts(PageWords.facts(pages)).list("sentences", sentences()).build();
    }

    /** Returns the finding in a line; nothing where the process did not tell. */
    public Optional<String> line() {
        return process.map(memory -> String.join(" ", sentences()));
    }
}
