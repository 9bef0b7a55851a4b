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
        assertEquals("plain,\"a,b\",\"say \"\"hi\"\"\",two\\nlines,cr\\r, space ,\r\n",
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
    void writesUtf8AndEscapesWhatCannotBeShown() throws IOException {
        assertEquals("Größe 🐘,\\u{D800},\\x1B[2J,\\u{202E}\r\n",
            written(List.of("Größe 🐘", "\uD800", "\u001B[2J", "\u202E")));
    }

    @Test
    void textIsNoFormula() throws IOException {
        assertEquals("'=1+1,'+1,'-1,'@SUM(A1),\\t=1,\\r=1,'\uFF1D1,a=b, =1,\"'=cmd|' /C calc'!A0,\"\r\n",
            written(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1",
                 "\uFF1D1", "a=b", " =1", "=cmd|' /C calc'!A0,")));
    }

    @Test
    void numbersStayNumbersAndLinesMayEndWithLineFeeds() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = CsvWriter.withLineFeeds(bytes)) {
            csv.number("-1").number("").field("-1").end();
        }
        assertEquals("-1,,'-1\n", bytes.toString(StandardCharsets.UTF_8));
    }

    private static String written(List<String> fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv = new CsvWriter(bytes)) {
            csv.record(fields);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
