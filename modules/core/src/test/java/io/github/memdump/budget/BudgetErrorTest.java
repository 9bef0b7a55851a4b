package io.github.memdump.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.select.Need;
import io.github.memdump.select.syntax.SyntaxError;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where mistakes are found and what is said of them. */
class BudgetErrorTest {
    private static SyntaxError error(String text) {
        return assertThrows(BudgetException.class, () -> Budget.parse(text), text).error();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "``;                                   1;  The budget is empty",
        "`  `;                                 3;  The budget is empty",
        "> 5;                                  1;  begins with what is measured, one of count, new_count",
        "(new) > 5;                            1;  begins with what is measured",
        "retained > 5M;                        1;  There is no measure \"retained\"",
        "count 5;                              7;  Expected a selection in parentheses, or one of > >=",
        "count;                                6;  Expected a selection in parentheses",
        "count(new);                           11; Expected one of > >= < <= = != and a number",
        "count(new) 5;                         12; as in count(…) > 10000",
        "memsize(new) =~ 5;                    15; \"~ 5\" is no limit; expected a whole number of bytes",
        "count(new) >;                         13; The limit is missing; expected a whole number of objects",
        "count(new) > 5x;                      14; \"5x\" is no limit",
        "count(new) > 5 and count(old) > 3;    14; is no limit",
        "count > 1.5;                          9;  is no limit",
        "count > -1;                           9;  is no limit",
        "count > 10,000;                       9;  is no limit",
        "count > 99999999999g;                 9;  is no limit",
        "count() > 5;                          7;  leave the parentheses away for the whole heap",
        "count(new > 5;                        6;  This parenthesis is not closed",
        "count((new) > 5;                      6;  This parenthesis is not closed",
        "count(class = 'a)) > 5;               15; This quote is not closed",
        "count(class =~ /a)) > 5;              16; This pattern is not closed",
        "count(clas = Foo) > 5;                7;  no column \"clas\"",
        "count(  new andd old) > 5;            13; Expected and, or, or the end",
        "count(new)) > 5;                      11; Expected one of > >=",
    })
    void saysWhereTheMistakeIsAndWhatWasExpected(String text, int column, String part) {
        String written = text == null ? "" : text;
        SyntaxError error = error(written);
        assertTrue(error.message().contains(part), error.toString());
        assertEquals(column, error.column(), error.toString());
        assertEquals(written + "\n" + " ".repeat(column - 1) + "^", error.pointer());
    }

    @ParameterizedTest
    @CsvSource({"retaind_size(new) > 1, retained_size", "memsise > 1, memsize", "new-cuont > 1, new_count",
        "count(clas = Foo) > 1, class"})
    void suggestsTheNearestName(String text, String suggestion) {
        assertEquals(suggestion, error(text).suggestion().orElse(""));
    }

    @Test
    void whatNeedsAnEarlierDumpIsKnownBeforeAnythingIsMeasured() throws BudgetException {
        Set<Need> alone = EnumSet.of(Need.DISTANCES, Need.RETAINED, Need.KEEPALIVE);
        assertEquals(3, Budget.parse("  new_count > 5").missing(alone).orElseThrow().column());
        assertEquals(25, Budget.parse("count(type = STRING and new) > 5").missing(alone).orElseThrow().column());
        assertTrue(Budget.parse("count(type = STRING) > 5").missing(alone).isEmpty());
        assertTrue(Budget.parse("new_count(new) > 5").missing(EnumSet.allOf(Need.class)).isEmpty());
    }
}
