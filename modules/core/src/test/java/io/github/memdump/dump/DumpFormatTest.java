package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling a dump from other files. */
class DumpFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "{\"type\":\"ROOT\", \"root\":\"vm\"}|true",
        "{\"address\":\"0x7f8a\", \"type\":\"STRING\"}|true",
        "{ \"address\" : \"0x7f8a\"}|true",
        "{\"root\":\"vm\", \"type\":\"ROOT\"}|true",
        "{\"address\":\"Main Street 1\"}|false",
        "{\"type\":\"FeatureCollection\"}|false",
        "{\"nodes\":[]}|false",
        "[{\"address\":\"0x7f8a\"}]|false",
        "<gexf/>|false",
        "x{\"address\":\"0x7f8a\"}|false"})
    void looksAtTheFirstBytes(String text, boolean dump) throws IOException {
        assertEquals(dump, DumpFormat.recognises(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void recognisesRealDumpsPackedByGzip() {
        assertTrue(DumpFormat.recognises(GoldenDumps.RUBY_3_1.before()));
        assertTrue(DumpFormat.recognises(GoldenDumps.RUBY_3_4.after()));
    }

    @Test
    void whatCannotBeReadIsNoDump(@TempDir Path directory) throws IOException {
        assertFalse(DumpFormat.recognises(directory));
        assertFalse(DumpFormat.recognises(directory.resolve("missing")));
        assertFalse(DumpFormat.recognises(new ByteArrayInputStream(new byte[0])));
    }
}
