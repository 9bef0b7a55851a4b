package io.github.memdump.cli.report.ci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.memdump.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code report.json} of a report, as far as reports are compared by it. Immutable; memory of the document. */
public final class ReportDocument {
    private final String headline;
    private final List<SuspectEntry> suspects;
    private final Set<String> marks = new HashSet<>();

    private ReportDocument(Map<?, ?> fields) {
        this.headline = fields.get("headline") instanceof String ? (String) fields.get("headline") : "";
        this.suspects = Collections.unmodifiableList(entries(fields.get("suspects")));
        suspects.forEach(suspect -> marks.addAll(suspect.marks()));
        entries(fields.get("steady")).forEach(steady -> marks.addAll(steady.marks()));
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is not the document of a report; the message is meant for people
     */
    public static ReportDocument read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ", the baseline, is a directory. Name the report.json in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ", the baseline, is not there. Make one: memdump report BEFORE AFTER -o DIR"
                + " writes report.json.", missing);
        }
    }

    /** Reads the document that a report has written. */
    public static ReportDocument of(byte[] document) throws IOException {
        return read(new ByteArrayInputStream(document), "report.json");
    }

    private static ReportDocument read(InputStream in, String name) throws IOException {
        Object root;
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            root = value(parser);
        } catch (JsonProcessingException broken) {
            throw new IOException(Printable.of(name) + " is no JSON document, as report.json is: "
                + Printable.of(broken.getOriginalMessage()), broken);
        }
        if (!(root instanceof Map) || !(((Map<?, ?>) root).get("suspects") instanceof List)) {
            throw new IOException(Printable.of(name) + " is not the report.json of a report: it has no suspects.");
        }
        return new ReportDocument((Map<?, ?>) root);
    }

    /** Reads one value; containers that are not closed yet wait on a stack. */
    private static Object value(JsonParser parser) throws IOException {
        Deque<Object> open = new ArrayDeque<>();
        Deque<String> names = new ArrayDeque<>();
        Object last = null;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return null;
            }
            if (token == JsonToken.FIELD_NAME) {
                continue;
            }
            if (token.isStructStart()) {
                names.push(parser.currentName() == null || open.isEmpty() ? "" : parser.currentName());
                open.push(token == JsonToken.START_OBJECT ? new HashMap<String, Object>() : new ArrayList<Object>());
                continue;
            }
            String name = parser.currentName();
            if (token.isStructEnd()) {
                last = open.pop();
                name = names.pop();
            } else {
                last = token.isNumeric() ? (Object) parser.getDoubleValue() : parser.getText();
            }
            add(open.peek(), name, last);
        } while (!open.isEmpty());
        return last;
    }

    @SuppressWarnings("unchecked")
    private static void add(Object container, String name, Object value) {
        if (container instanceof Map) {
            ((Map<String, Object>) container).put(name, value);
        } else if (container != null) {
            ((List<Object>) container).add(value);
        }
    }

    private static List<SuspectEntry> entries(Object rows) {
        List<SuspectEntry> entries = new ArrayList<>();
        for (Object row : rows instanceof List ? (List<?>) rows : List.of()) {
            if (row instanceof Map) {
                entries.add(new SuspectEntry((Map<?, ?>) row, entries.size() + 1));
            }
        }
        return entries;
    }

    /** Returns the finding in one sentence. */
    public String headline() {
        return headline;
    }

    /** Returns the suspects in order. */
    public List<SuspectEntry> suspects() {
        return suspects;
    }

    /** Returns the suspects that an earlier report has neither as suspects nor as ruled out. */
    public List<SuspectEntry> newSince(ReportDocument earlier) {
        List<SuspectEntry> fresh = new ArrayList<>();
        for (SuspectEntry suspect : suspects) {
            if (Collections.disjoint(suspect.marks(), earlier.marks)) {
                fresh.add(suspect);
            }
        }
        return fresh;
    }
}
