package io.github.memdump.redact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The redacted form of the texts of one kind, as JSON; each text is redacted once. Memory for each different text. Not
 * thread-safe.
 */
final class RedactedTexts {
    private final UnaryOperator<String> redaction;
    private final Map<String, byte[]> known = new HashMap<>();
    private List<String> strings = List.of();
    private byte[][] ofBlock = {};
    private long replaced;

    RedactedTexts(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    /** Begins with the strings of another block. */
    void begin(List<String> blockStrings) {
        strings = blockStrings;
        ofBlock = new byte[blockStrings.size()][];
    }

    /** Returns what goes in the place of a string of the block, with its quotes. */
    byte[] of(int number) {
        byte[] json = ofBlock[number];
        if (json == null) {
            json = known.computeIfAbsent(strings.get(number), this::redacted);
            ofBlock[number] = json;
        }
        return json;
    }

    /** Returns what goes in the place of a text, with its quotes. */
    byte[] of(String text) {
        return known.computeIfAbsent(text, this::redacted);
    }

    /** Returns how many different texts have another in their place. */
    long replaced() {
        return replaced;
    }

    private byte[] redacted(String text) {
        String result = redaction.apply(text);
        replaced += result.equals(text) ? 0 : 1;
        return JsonOutput.quoted(result);
    }
}
