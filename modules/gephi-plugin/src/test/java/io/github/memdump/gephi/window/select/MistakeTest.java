package io.github.memdump.gephi.window.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MistakeTest {
    private static String marked(String text) {
        Mistake mistake = Mistake.in(text).orElseThrow();
        return text.substring(Math.min(mistake.place(), text.length()), Math.min(text.length(), mistake.end(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session", "Shop::Cart", "/Cart/", "new and not border", "0x7f12", "0X7F12:3",
        " class = \"#<Class:Shop>\" "})
    void whatCanBeAskedForIsNoMistake(String text) {
        assertTrue(Mistake.in(text).isEmpty(), () -> Mistake.in(text).orElseThrow().message());
    }

    @Test
    void marksTheWrongWordAndNamesTheRightOne() {
        assertEquals("clas", marked("new and clas = Foo"));
        assertEquals("clas", marked("   new and clas = Foo"));
        assertTrue(Mistake.in("new and clas = Foo").orElseThrow().message().contains("Did you mean class?"));
    }

    @Test
    void whatIsMissingIsAtTheEnd() {
        assertEquals("memsize >".length(), Mistake.in("memsize >").orElseThrow().place());
        assertEquals("", marked("memsize >"));
    }

    @Test
    void aWrongPatternAloneIsMarkedInsideTheText() {
        Mistake mistake = Mistake.in("/(/").orElseThrow();
        assertTrue(mistake.place() <= 3, "place " + mistake.place());
        assertTrue(!mistake.message().isEmpty());
    }
}
