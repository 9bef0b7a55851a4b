package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

final class WatchFormTest {
    private static WatchForm form(String folder, String growth) {
        return new WatchForm(folder, growth, 30, 1, 100);
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(Optional.empty(), form("dumps", "20%").problem());
        assertEquals(Optional.empty(), form("dumps", "200m").problem());
        assertTrue(form("dumps", "much").problem().orElseThrow().contains("200m or 20%"));
        assertTrue(form(" ", "20%").problem().orElseThrow().startsWith("Name the folder"));
        assertTrue(form("a\0b", "20%").problem().orElseThrow().contains("cannot be the name"));
    }

    @Test
    void remembersAllButTheFolder() throws Exception {
        Preferences preferences = Preferences.userRoot().node("memdump-test-" + System.nanoTime());
        try {
            new WatchForm("here", "7m", 5, 9, 11).remember(preferences);
            WatchForm next = WatchForm.remembered(preferences, Path.of("there"));
            assertEquals("7m", next.growth());
            assertEquals(5, next.warmSeconds());
            assertEquals(9, next.dumps());
            assertEquals(11, next.diskMegabytes());
            assertEquals("there", next.path().getFileName().toString());
        } finally {
            preferences.removeNode();
        }
    }
}
