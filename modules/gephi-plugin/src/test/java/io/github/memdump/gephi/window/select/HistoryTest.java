package io.github.memdump.gephi.window.select;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private final Preferences memory = new MemoryPreferences();
    private final History history = new History(() -> memory);

    @Test
    void theLastOneUsedIsFirstAndStandsThereOnce() {
        history.used("new");
        history.used("old");
        history.used(" new ");
        assertEquals(List.of("new", "old"), history.selections());
        assertEquals(List.of("new", "old"), new History(() -> memory).selections());
    }

    @Test
    void remembersSoManyAndNothingEmptyOrTooLong() {
        for (int i = 0; i < History.MOST + 5; i++) {
            history.used("generation = " + i);
        }
        history.used("  ");
        history.used("x".repeat(Preferences.MAX_VALUE_LENGTH + 1));
        assertEquals(History.MOST, history.selections().size());
        assertEquals("generation = " + (History.MOST + 4), history.selections().get(0));
    }

    private static final class MemoryPreferences extends AbstractPreferences {
        private final java.util.Map<String, String> values = new java.util.HashMap<>();

        MemoryPreferences() {
            super(null, "");
        }

        @Override
        protected void putSpi(String key, String value) {
            values.put(key, value);
        }

        @Override
        protected String getSpi(String key) {
            return values.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            values.remove(key);
        }

        @Override
        protected void removeNodeSpi() {
            values.clear();
        }

        @Override
        protected String[] keysSpi() {
            return values.keySet().toArray(new String[0]);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new MemoryPreferences();
        }

        @Override
        protected void syncSpi() {
        }

        @Override
        protected void flushSpi() {
        }
    }
}
