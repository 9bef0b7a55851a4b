package io.github.memdump.answer.process;

import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.List;
import java.util.Locale;

/** How full the pages of a heap are, in words and figures. */
public final class PageWords {
    private PageWords() {
    }

    /** Returns how many there are and how full they are. */
    public static String fill(HeapPages pages) {
        return String.format(Locale.ROOT, "%s in %s of %d KiB, with room for %,d: %.0f %% full.",
            Figures.count(pages.objects(), "object"), Figures.count(pages.pages().size(), "page"),
            pages.pageSize() >> 10, pages.slots(), 100.0 * pages.objects() / Math.max(1, pages.slots()));
    }

    /** Returns how many of them are nearly empty. */
    public static String sparse(HeapPages pages) {
        return Figures.count(pages.sparse()) + " of them, " + Figures.bytes(pages.sparse() * pages.pageSize())
            + ", are less than a quarter full";
    }

    /** Begins the table of what lies in sparse pages: in how many, how many objects, of which class. */
    public static AnswerTable.Builder<HeapPages.Holder> holders(List<HeapPages.Holder> holders) {
        return AnswerTable.of("holders", holders)
            .column(TableColumn.count("pages", HeapPages.Holder::pages).titled("pages"))
            .column(TableColumn.count("objects", HeapPages.Holder::objects).titled("objects"))
            .column(TableColumn.text("class", HeapPages.Holder::className).titled("class"));
    }

    /** Returns the figures for machines. */
    public static Answer facts(HeapPages pages) {
        return Answer.builder().fact("page_size", pages.pageSize()).fact("pages", pages.pages().size())
            .fact("objects", pages.objects()).fact("slots", pages.slots()).fact("sparse_pages", pages.sparse()).build();
    }
}
