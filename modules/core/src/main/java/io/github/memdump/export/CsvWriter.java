package io.github.memdump.export;

import io.github.memdump.text.Printable;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes CSV by RFC 4180: fields separated by commas, records ended by CR LF, and a field in double quotes if it holds
 * a comma or a quote, quotes in it doubled. UTF-8.
 *
 * <p>Text comes from dumps and goes to spreadsheets, so it is made harmless: what {@link Printable} escapes is escaped,
 * and an apostrophe stands before text that a spreadsheet would take for a formula, because it begins with =, +, - or @
 * (or their wide forms). JSON keeps exact values. Not thread-safe.
 */
public final class CsvWriter implements Closeable {
    /** What a formula begins with; the wide forms are taken for the same in some languages. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NAMES = Pattern.compile("(?:(?:@{0,2}|\\$)[\\p{L}\\p{N}_]+[|]?)*");

    private final Writer out;
    private final String recordEnd;
    private boolean inRecord;

    private CsvWriter(OutputStream stream, String recordEnd) {
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        this.recordEnd = recordEnd;
    }

    /** Makes a writer over a stream; it is closed with the writer. */
    public CsvWriter(OutputStream stream) {
        this(stream, "\r\n");
    }

    /** Returns a writer that ends records with LF alone, for standard output. */
    public static CsvWriter withLineFeeds(OutputStream stream) {
        return new CsvWriter(stream, "\n");
    }

    /** Writes a whole record. */
    public void record(List<String> fields) throws IOException {
        for (String field : fields) {
            field(field);
        }
        end();
    }

    /** Adds text to the record, made harmless. */
    public CsvWriter field(String text) throws IOException {
        String shown = Printable.of(text);
        return written(shown.isEmpty() || FORMULA.indexOf(shown.charAt(0)) < 0 ? shown : "'" + shown);
    }

    /**
     * Adds names of Ruby, such as {@code @user|@@all}, as they are: letters, digits and what stands before a name make
     * no formula that does anything. Other text is made harmless.
     */
    public CsvWriter names(String text) throws IOException {
        return NAMES.matcher(text).matches() ? written(text) : field(text);
    }

    /** Adds a number, as its digits, or nothing where there is none. */
    public CsvWriter number(String digits) throws IOException {
        return written(digits);
    }

    private CsvWriter written(String value) throws IOException {
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
        return number(Long.toString(value));
    }

    /** Ends the record. */
    public void end() throws IOException {
        out.write(recordEnd);
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
            if (c == ',' || c == '"') {
                return true;
            }
        }
        return false;
    }
}
