package io.github.memdump.gephi.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.DumpException;
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
}
