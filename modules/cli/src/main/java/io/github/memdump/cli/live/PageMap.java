package io.github.memdump.cli.live;

import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import java.util.List;
import java.util.Locale;

/** Pages of one size of slot as signs side by side: how full they are, and what in them stays. */
final class PageMap {
    private static final int WIDTH = 64;
    private static final int MOST_LINES = 24;
    private static final String SIGNS = ".:-=+*#%@";

    private final int slotSize;
    private final List<HeapPages.Page> pages;
    private final int each;

    PageMap(int slotSize, List<HeapPages.Page> pages) {
        this.slotSize = slotSize;
        this.pages = pages;
        this.each = Math.max(1, (pages.size() + WIDTH * MOST_LINES - 1) / (WIDTH * MOST_LINES));
    }

    /** Adds it to an answer, a line of marks below each line where there are any. */
    void draw(Answer.Builder answer) {
        answer.say(String.format(Locale.ROOT, "Slots of %d bytes, %s for each sign, by address:", slotSize,
            Figures.count(each, "page")));
        for (int from = 0; from < pages.size(); from += WIDTH * each) {
            StringBuilder fills = new StringBuilder();
            StringBuilder marks = new StringBuilder();
            for (int i = from; i < Math.min(pages.size(), from + WIDTH * each); i += each) {
                List<HeapPages.Page> drawn = pages.subList(i, Math.min(pages.size(), i + each));
                fills.append(fill(drawn));
                marks.append(mark(drawn));
            }
            answer.detail(fills.toString());
            if (!marks.toString().isBlank()) {
                answer.detail(marks.toString().stripTrailing());
            }
        }
    }

    private static char fill(List<HeapPages.Page> drawn) {
        double fill = drawn.stream().mapToDouble(HeapPages.Page::fill).average().orElse(0);
        return SIGNS.charAt((int) Math.min(SIGNS.length() - 1, fill * SIGNS.length()));
    }

    private static char mark(List<HeapPages.Page> drawn) {
        if (drawn.stream().anyMatch(page -> page.pinned() > 0)) {
            return 'p';
        }
        return drawn.stream().allMatch(page -> page.old() == page.objects()) ? 'o' : ' ';
    }
}
