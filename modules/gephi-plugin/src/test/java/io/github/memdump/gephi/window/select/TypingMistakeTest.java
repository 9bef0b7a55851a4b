package io.github.memdump.gephi.window.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypingMistakeTest {
    private static String marked(String text) {
        TypingMistake mistake = TypingMistake.in(text).orElseThrow();
        return text.substring(Math.min(mistake.place(), text.length()), Math.min(text.length(), mistake.end(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session", "Shop::Cart", "/Cart/", "new and not border", "0x7f12", "0X7F12:3",
        " class = \"#<Class:Shop>\" "})
    void whatCanBeAskedForIsNoMistake(String text) {
        assertTrue(TypingMistake.in(text).isEmpty(), () -> TypingMistake.in(text).orElseThrow().message());
    }

    @Test
    void marksTheWrongWordAndNamesTheRightOne() {
        assertEquals("clas", marked("new and clas = Foo"));
        assertEquals("clas", marked("   new and clas = Foo"));
        assertTrue(TypingMistake.in("new and clas = Foo").orElseThrow().message().contains("Did you mean class?"));
    }

    @Test
    void whatIsMissingIsAtTheEnd() {
        assertEquals("memsize >".length(), TypingMistake.in("memsize >").orElseThrow().place());
        assertEquals("", marked("memsize >"));
    }

    @Test
    void aWrongPatternAloneIsMarkedInsideTheText() {
        TypingMistake mistake = TypingMistake.in("/(/").orElseThrow();
        assertTrue(mistake.place() <= 3, "place " + mistake.place());
        assertTrue(!mistake.message().isEmpty());
    }
}
