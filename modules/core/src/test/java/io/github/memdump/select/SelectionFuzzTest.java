package io.github.memdump.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random texts are selections or mistakes, never anything worse. */
class SelectionFuzzTest {
    private static final String[] PIECES = {
        "class", "type", "memsize", "border", "object", "address", "dominator", "new", "old", "root", "reachable",
        "reachable-from", "reaches", "dominated-by", "refers-to", "referred-by", "holds", "field-of",
        "@user", "and", "or", "not", "in", "none",
        "(", "(", ")", ")", ",", "=", "!=", "=~", "!~", "<", "<=", ">", ">=", "==", "&&", "||", "!", "~", "&", "|",
        "STRING", "Foo::Bar", "1k", "2.5m", "-3", "1_0", "0x7f00:3", "0x", "vm", "\"", "'", "\"a b\"", "'c'", "/", "\\",
        "/K\\d/", "/(/", "/[/i", "/x/q", "/a{2}{3}/", "/(?<n>a)\\k<n>/", "#<Class:", "\u0000", "\n", "\t", "\u00e9",
        "\ud83d", "\udc00", "",
    };

    private static String soup(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }

    /** Damages a good selection in a few places, which comes further into the grammar than soup. */
    private static String damaged(Random random) {
        Object[] good = Truths.table().keySet().toArray();
        StringBuilder text = new StringBuilder((String) good[random.nextInt(good.length)]);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            if (random.nextBoolean() && at < text.length()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverThrowsAndPointsIntoTheText(long seed) {
        Random random = new Random(seed);
        Leak leak = new Leak(seed);
        int accepted = 0;
        for (int i = 0; i < 4_000; i++) {
            String text = random.nextBoolean() ? soup(random) : damaged(random);
            ParsedSelection parsed;
            try {
                parsed = Selection.parse(text);
                if (parsed.selection().isPresent()) {
                    accepted++;
                    parsed.orThrow().in(leak.findings, Task.UNWATCHED);
                }
            } catch (SelectionException given) {
                parsed = ParsedSelection.failed(given.error());
            } catch (RuntimeException | Error thrown) {
                throw new AssertionError("seed " + seed + ": " + text, thrown);
            }
            parsed.error().ifPresent(error -> check(error, text, seed));
        }
        assertTrue(accepted > 100, "seed " + seed + " made only " + accepted + " selections");
    }

    private static void check(SyntaxError error, String text, long seed) {
        String where = "seed " + seed + ": " + text;
        assertEquals(text, error.text(), where);
        assertTrue(error.column() >= 1 && error.column() <= text.length() + 1, where);
        assertFalse(error.message().isEmpty(), where);
        assertTrue(error.toString().endsWith("^"), where);
    }
}
