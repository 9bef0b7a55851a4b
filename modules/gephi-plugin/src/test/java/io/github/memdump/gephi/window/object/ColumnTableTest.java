package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ColumnTableTest {
    private static String shown(String column, String text) {
        return ColumnTable.shown(new ColumnText(column, text), String::length, 14);
    }

    @Test
    void ofAClassAndAFileTheEndIsShown() {
        assertEquals("\u2026ribers::Timed", shown("class", "ActiveSupport::Subscribers::Timed"));
        assertEquals("\u2026ails/model.rb", shown("file", "/usr/share/rails/model.rb"));
        assertEquals("app/model.rb", shown("file", "app/model.rb"));
    }

    @Test
    void ofALineOfSourceTheBeginningIsShown() {
        assertEquals("wrap_all pattern, subscriber", shown("source", "wrap_all pattern, subscriber"));
    }
}
