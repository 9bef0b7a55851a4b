package io.github.memdump.gephi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.DumpException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MessagesTest {
    @Test
    void theEnginesOwnWordsAreShownAsTheyAre() {
        assertEquals("a.json is empty.", Messages.words("Opening", new DumpException("a.json is empty.")));
    }

    @Test
    void lackOfMemorySaysWhatToDo() {
        String words = Messages.words("Opening a.json", new OutOfMemoryError());
        assertTrue(words.startsWith("Opening a.json: Gephi ran out of memory"), words);
        assertTrue(words.contains("-Xmx"), words);
    }

    @Test
    void anythingElseNamesTheWorkAndTheLog() {
        String words = Messages.words("Opening a.json", new IllegalStateException());
        assertTrue(words.startsWith("Opening a.json failed: IllegalStateException"), words);
        assertTrue(words.contains("messages.log"), words);
    }

    private static List<String> labels(Throwable cause, Remedy... ways) {
        return Messages.waysOut(cause, "It failed.", List.of(ways)).stream().map(Remedy::label)
            .collect(Collectors.toList());
    }

    @Test
    void whatAFailureKnowsItselfIsTheFirstWayOut() {
        final class Moved extends DumpException implements WithRemedies {
            private static final long serialVersionUID = 1L;

            Moved() {
                super("moved");
            }

            @Override
            public List<Remedy> waysOut() {
                return List.of(Remedy.locateDumps());
            }
        }
        assertEquals(List.of("&Locate dumps\u2026", "Again"), labels(new Moved(), Remedy.of("Again", () -> { })));
    }

    @Test
    void thereIsAlwaysAWayOut() {
        assertEquals(List.of("Show &details\u2026"), labels(new DumpException("no")));
        assertEquals(List.of("Again"), labels(new DumpException("no"), Remedy.of("Again", () -> { })));
        assertEquals(List.of("Again", "Show &details\u2026"), labels(new IllegalStateException("bug"),
            Remedy.of("Again", () -> { })));
    }
}
