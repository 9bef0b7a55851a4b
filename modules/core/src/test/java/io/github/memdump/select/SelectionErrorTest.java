package io.github.memdump.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where mistakes are found and what is said of them. */
class SelectionErrorTest {
    private static SyntaxError error(String text) {
        return Selection.parse(text).error().orElseThrow(() -> new AssertionError("accepted: " + text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "``;                            1;  The selection is empty",
        "`   `;                         4;  The selection is empty",
        "clas = Foo;                    1;  no column \"clas\"",
        "type = STRING andd new;        15; Expected and, or, or the end, found \"andd\"",
        "type = STRING and;             18; Expected a column, a predicate, not or (, found the end",
        "type = STRING and and new;     19; found \"and\"",
        "type =;                        7;  Expected a value, found the end",
        "type = and new;                8;  put it in quotes",
        "type STRING;                   6;  Expected a comparison after the column type",
        "type;                          5;  Expected a comparison after the column type",
        "type < STRING;                 6;  type is text, which has no order",
        "memsize =~ /4/;                9;  memsize is a number, which no pattern matches",
        "memsize > big;                 11; Expected a whole number for memsize",
        "memsize > 1.5;                 11; Expected a whole number for memsize",
        "memsize > '1k';                11; Expected a whole number for memsize",
        "memsize > 99999999999g;        11; Expected a whole number for memsize",
        "memsize > none;                11; Expected a whole number for memsize",
        "memsize in (1, 2;              17; Expected a comma or a closing parenthesis, found the end",
        "memsize in 1;                  12; Expected an opening parenthesis",
        "memsize in ();                 13; Expected a value, found \")\"",
        "class =~ /Plan;                10; This pattern is not closed",
        "class =~ /Pl(an/;              16; This pattern is not understood",
        "class =~ /Plan/g;              16; Expected i (any case)",
        "class =~ /a{1000}{1000}/;      10; counted repetitions",
        "class = 'Foo;                  9;  This quote is not closed",
        "class = #<Class:Foo>;          10; needs quotes",
        "class ~ Foo;                   7;  means nothing here",
        "class =~ < Foo;                10; Expected a value",
        "(new or old;                   12; a closing parenthesis for the one at column 1, found the end",
        "new);                          4;  Expected and, or, or the end",
        "new = 1;                       1;  is a predicate and no column",
        "reaches = 1;                   1;  is a predicate and no column",
        "reaches;                       8;  Expected a selection in parentheses after reaches",
        "reaches();                     9;  Expected a column, a predicate, not or (",
        "new(old);                      4;  takes no parentheses",
        "class(Foo);                    6;  takes no parentheses",
        "raeches(old);                  1;  no predicate \"raeches\"",
        "nwe;                           1;  no column or predicate \"nwe\"",
        "border = nwe;                  10; Expected old, new or \"\"",
        "'class' = Foo;                 1;  Expected a column, a predicate",
        "not;                           4;  Expected a column, a predicate",
    })
    void saysWhereTheMistakeIsAndWhatWasExpected(String text, int column, String part) {
        SyntaxError error = error(text == null ? "" : text);
        assertTrue(error.message().contains(part), error.toString());
        assertEquals(column, error.column(), error.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "clas = Foo, class", "mem_size > 1, memsize", "memsise > 1, memsize", "retained-sise > 1, retained_size",
        "genertion = 1, generation", "Tpye = STRING, type", "nwe, new", "rechable, reachable",
        "raeches(new), reaches", "reachablefrom(new), reachable-from", "border = nwe, new", "keepalive > 1, ''",
        "xyzzy = 1, ''", "retaind_size > 1, retained_size",
    })
    void suggestsTheNearestName(String text, String suggestion) {
        assertEquals(suggestion.isEmpty() ? Optional.empty() : Optional.of(suggestion), error(text).suggestion());
    }

    @Test
    void showsTheMistakeUnderTheSelection() {
        assertEquals("Selection, column 9: There is no column \"clas\"; the columns are object, address, type, class,"
            + " name, memsize, generation, file, line, method, root_distance, in_after, first_dump, border,"
            + " grown_memsize, held_new_count, held_new_size, keepalive_count, keepalive_new_count,"
            + " keepalive_estimated, retained_count, retained_size, dominator, length, size,"
            + " capacity, slot_size, frozen, shared, embedded, age, old, pinned, shape, fd, encoding, ivars. Did you"
            + " mean class?\n"
            + "new and clas = Foo\n        ^", error("new and\tclas = Foo").toString().replace('\t', ' '));
    }

    @Test
    void showsOnlyWhatIsAroundAMistakeInALongSelection() {
        String text = "new or ".repeat(100) + "odl" + " or new".repeat(100);
        String[] lines = error(text).pointer().split("\n");
        assertTrue(lines[0].length() < 130, lines[0]);
        assertEquals('^', lines[1].charAt(lines[0].indexOf("odl")));
    }

    @Test
    void throwsWithoutAStackTrace() {
        try {
            Selection.parse("nonsense here").orThrow();
            throw new AssertionError("accepted");
        } catch (SelectionException wrong) {
            assertEquals(0, wrong.getStackTrace().length);
            assertEquals(wrong.error().toString(), wrong.getMessage());
        }
    }

    @Test
    void limitsDepthAndLength() {
        int deepest = Selection.DEEPEST;
        assertTrue(Selection.parse("(".repeat(deepest) + "new" + ")".repeat(deepest)).selection().isPresent());
        assertEquals(deepest + 2, error("(".repeat(deepest + 1) + "new" + ")".repeat(deepest + 1)).column());
        assertTrue(error("not ".repeat(10_000) + "new").message().contains("nested deeper than 50"));
        assertTrue(error("reaches(".repeat(10_000)).message().contains("nested deeper than 50"));
        assertTrue(error("new or ".repeat(20_000) + "new").message().contains("100000 characters at most"));
        assertTrue(Selection.parse("new or ".repeat(10_000) + "new").selection().isPresent());
        assertTrue(error("class =~ /" + "(".repeat(900) + "/").message().contains("pattern"));
        assertTrue(error("class =~ /" + "a".repeat(2_000) + "/").message().contains("limit is 1000"));
    }

    @Test
    void understandsEverySelectionOfTheManual() throws IOException {
        String manual = Files.readString(Path.of("..", "..", "src", "docs", "selections.md"));
        Matcher examples = Pattern.compile("```where\n(.*?)```", Pattern.DOTALL).matcher(manual);
        int count = 0;
        while (examples.find()) {
            for (String line : examples.group(1).split("\n")) {
                Selection.parse(line).error().ifPresent(error -> fail(error.toString()));
                count++;
            }
        }
        assertTrue(count >= 9, "only " + count + " examples found");
    }
}
