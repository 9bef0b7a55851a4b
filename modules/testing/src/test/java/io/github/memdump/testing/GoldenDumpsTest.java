package io.github.memdump.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenDumpsTest {
    @ParameterizedTest
    @EnumSource
    void dumpsHaveTheLinesThatTheAnswersCount(GoldenDumps golden) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(golden.after())), StandardCharsets.UTF_8))) {
            assertEquals(golden.answer().number("after_summary", "lines"), reader.lines().count());
        }
        assertEquals(golden.before(), golden.before(), "extracted once");
    }

    @Test
    void shaSortsTheLinesAndJoinsThemByNewlines() {
        // What the shell says to: printf 'a\nb' | sha256sum
        String byShell = "7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78";
        assertEquals(byShell, GoldenDumps.sha(List.of("b", "a")));
    }
}
