package io.github.memdump.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.nio.charset.StandardCharsets;

/** Any text is a selection that has an answer, or a mistake that is pointed at. */
class SelectionTextFuzzTest {
    private static final Leak LEAK = new Leak(1);

    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "selections.dict")
    void anyText(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        ParsedSelection parsed = Selection.parse(text);
        assertTrue(parsed.selection().isPresent() != parsed.error().isPresent(), text);
        parsed.error().ifPresent(error -> check(error, text));
        parsed.selection().ifPresent(selection -> {
            assertEquals(text, selection.text());
            answer(selection, text);
        });
    }

    /** Once more in brackets it says the same; of it and its opposite each object is in one. */
    private static void answer(Selection selection, String text) {
        int objects = LEAK.findings.heap().objectCount();
        try {
            NodeSet found = selection.in(LEAK.findings, Task.UNWATCHED);
            Selection opposite = Selection.parse("not (" + text + ")").selection().orElse(selection);
            int others = opposite.in(LEAK.findings, Task.UNWATCHED).size();
            assertTrue(opposite == selection || found.size() + others == objects, text);
        } catch (SelectionException tooMuch) {
            check(tooMuch.error(), tooMuch.error().text());
        }
    }

    private static void check(SyntaxError error, String text) {
        assertEquals(text, error.text());
        assertTrue(error.column() >= 1 && error.column() <= text.length() + 1, text);
        assertFalse(error.message().isEmpty(), text);
        assertTrue(error.toString().endsWith("^"), text);
    }
}
