package io.github.memdump.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void quotesWhatNeedsItAndNothingElse() throws IOException {
        assertEquals("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"cr\r\", space ,\r\n",
            written(List.of("plain", "a,b", "say \"hi\"", "two\nlines", "cr\r", " space ", "")));
    }

    @Test
    void endsEveryRecord() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(bytes)) {
            csv.field("n").end();
            csv.field(Long.MIN_VALUE).end();
        }
        assertEquals("n\r\n-9223372036854775808\r\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesUtf8AndReplacesWhatItCannotSay() throws IOException {
        assertEquals("Größe 🐘,?\r\n", written(List.of("Größe 🐘", "\uD800")));
    }

    private static String written(List<String> fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(bytes)) {
            csv.record(fields);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
