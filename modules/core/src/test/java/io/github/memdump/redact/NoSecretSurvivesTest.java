package io.github.memdump.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoSecretSurvivesTest {
    private static final Redaction REDACTION = Redaction.within(DumpLimits.DEFAULT).withSalt("word");

    static String redacted(byte[] dump, Redaction redaction) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        redaction.write(Loading.input(dump), out, Task.UNWATCHED);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverPlaceOfADumpItLiesIn(boolean hidingNames) throws IOException {
        Redaction redaction = hidingNames ? REDACTION.hidingNames() : REDACTION;
        long first = Long.getLong("memdump.seed", 1);
        for (long seed = first; seed < first + 300; seed++) {
            byte[] dump = new SecretDump(seed).bytes();
            String result = redacted(dump, redaction);
            String message = "seed " + seed + ": ";

            int at = result.toLowerCase(Locale.ROOT).indexOf(SecretDump.SECRET.toLowerCase(Locale.ROOT));
            assertTrue(at < 0, message + result.substring(Math.max(0, at - 200), Math.max(0, at)));
            assertFalse(result.contains("qztkw") || result.contains("QzTkW"), message);
            assertSameHeap(Loading.load(dump), result, message);
        }
    }

    private static void assertSameHeap(Heap original, String result, String message) {
        for (String line : result.split("\n")) {
            JsonTree.read(line);
        }
        Heap redacted = Loading.load(result.getBytes(StandardCharsets.ISO_8859_1));
        SameHeap.check(original, redacted, message);
        // Every line that is written is in order.
        assertEquals(0, redacted.facts().issues().counts().entrySet().stream()
            .filter(count -> !count.getKey().key().equals("duplicate_address")).count(), message);
    }

    @Test
    void theTestPutsSecretsIntoEveryDump() {
        for (long seed = 1; seed < 20; seed++) {
            assertTrue(new String(new SecretDump(seed).bytes(), StandardCharsets.UTF_8).contains(SecretDump.SECRET));
        }
    }
}
