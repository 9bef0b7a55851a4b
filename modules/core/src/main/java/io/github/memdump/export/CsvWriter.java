package io.github.memdump.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV by RFC 4180: fields separated by commas, records ended by CR LF, and a field in double quotes if it holds
 * a comma, a quote or a line break, quotes in it doubled. UTF-8; a lone surrogate, which UTF-8 cannot say, becomes
 * {@code ?}. Not thread-safe.
 */
public final class CsvWriter implements Closeable {
    private final Writer out;
    private boolean inRecord;

    /** Makes a writer over a stream; it is closed with the writer. */
    public CsvWriter(OutputStream stream) {
        CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
        out = new OutputStreamWriter(stream, utf8);
    }

    /** Writes a whole record. */
    public void record(List<String> fields) throws IOException {
        for (String field : fields) {
            field(field);
        }
        end();
    }

    /** Adds a field to the record. */
    public CsvWriter field(String value) throws IOException {
        if (inRecord) {
            out.write(',');
        }
        inRecord = true;
        if (needsQuotes(value)) {
            out.write('"');
            out.write(value.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(value);
        }
        return this;
    }

    /** Adds a number to the record. */
    public CsvWriter field(long value) throws IOException {
        return field(Long.toString(value));
    }

    /** Ends the record. */
    public void end() throws IOException {
        out.write("\r\n");
        inRecord = false;
    }

    /** Hands everything written so far to the stream. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
