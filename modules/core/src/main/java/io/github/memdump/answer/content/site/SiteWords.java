package io.github.memdump.answer.content.site;

import io.github.memdump.answer.Answer;
import io.github.memdump.heap.Heap;
import io.github.memdump.source.SourceLines;

/** Where objects were allocated, with the line of source beside it where that can be read. Immutable, thread-safe. */
public final class SiteWords {
    private static final String GAP = "  ";

    private final Heap heap;
    private final SourceLines lines;

    /** Prepares to speak of the sites of a heap. */
    public SiteWords(Heap heap, SourceLines lines) {
        this.heap = heap;
        this.lines = lines;
    }

    /** Returns the line of source of a site; empty where it cannot be read. */
    public String source(int site) {
        return lines.line(heap.sites().file(site), heap.sites().line(site)).orElse("");
    }

    /** Returns the place of a site with its line: {@code shop.rb:83  @sessions = {}}; the place alone without one. */
    public String beside(int site) {
        String source = source(site);
        return heap.sites().place(site) + (source.isEmpty() ? "" : GAP + source);
    }

    /** Adds the line of a site for people, below what was said before, if it can be read. */
    public void addTo(Answer.Builder answer, int site) {
        answer.detailIf(!source(site).isEmpty(), beside(site));
    }
}
