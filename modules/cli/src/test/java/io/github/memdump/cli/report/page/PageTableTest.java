package io.github.memdump.cli.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.TableColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a table of an answer becomes one of the page. */
class PageTableTest {
    private static String html(PageTable<Long> table) {
        Html html = new Html();
        table.write(html, 1, "numbers");
        return html.toString();
    }

    @Test
    void theFirstShareIsABarInTheCellBeforeItAndOthersAreNotShown() {
        String html = html(new PageTable<>(AnswerTable.of("", List.of(25L, 75L))
            .column(TableColumn.<Long>bytes(null, row -> row).titled("bytes"))
            .column(TableColumn.<Long>share(row -> row, 100).titled("%"))
            .column(TableColumn.<Long>count(null, row -> 2 * row).titled("objects"))
            .column(TableColumn.<Long>share(row -> row, 50).titled("% of them")).build()));
        assertTrue(html.contains("<td class=\"number share\" data-v=\"25\">25 B<svg"), html);
        assertTrue(html.contains("width=\"25.0%\""), html);
        assertTrue(html.contains("<td class=\"number\" data-v=\"50\">50</td>"), html);
        assertEquals(2, html.split("<th class").length - 1, html);
        assertTrue(html.contains("1 more numbers"), html);
    }

    @Test
    void wordsAmongNumbersAreSortedBelowThemAndAnEmptyCellNotAtAll() {
        String html = html(new PageTable<>(AnswerTable.of("", List.of(0L))
            .column(TableColumn.<Long>count(null, row -> TableColumn.ABSENT).titled("kept").orElse("not counted"))
            .column(TableColumn.<Long>count(null, row -> TableColumn.ABSENT).titled("came")).build()));
        assertTrue(html.contains("<td class=\"number\" data-v=\"-1\">not counted</td>"), html);
        assertTrue(html.contains("<td class=\"number\"></td>"), html);
    }

    @Test
    void whatThePageAloneKnowsIsAColumnMoreAndOtherWordsKeepTheOrder() {
        String html = html(new PageTable<>(AnswerTable.of("", List.of(7L))
            .column(TableColumn.<Long>count(null, row -> row).titled("number")).build())
            .within("number", (to, row) -> to.text("<seven>"))
            .within("link", (to, row) -> to.element("a", "there", "href", "a.rb")));
        assertTrue(html.contains("<td class=\"number\" data-v=\"7\">&lt;seven&gt;</td>"), html);
        assertTrue(html.contains("<th>link</th>"), html);
        assertTrue(html.contains("<a href=\"a.rb\">there</a>"), html);
    }
}
