package io.github.memdump.redact;

import io.github.memdump.dump.NameRows;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.scan.Addresses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the process told of names (src/docs/names.md), without what is secret in it: addresses, patterns and figures as
 * they are, names and files as anywhere, names of threads by a pseudonym; backtraces and whatever else stands there are
 * left out. Not thread-safe.
 */
final class RedactedNames {
    private static final Set<String> OF_PAIRS = Set.of("constant", "class_variable", "class_ivar", "global",
        "thread_local", "thread_variable", "local");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final Pattern HELD = Pattern.compile("[ric]{0,10000}");
    private static final Pattern FIGURE = Pattern.compile("(?:GC|size|process)\\.[A-Za-z_]{1,60}");
    private static final Pattern ABOUT = Pattern.compile("ruby \\d[\\w.]{0,20}|complete (?:true|false)"
        + "|milliseconds \\d{1,12}");
    private static final Set<String> STATES = Set.of("run", "sleep", "sleep_forever", "aborting", "false", "");

    private final JsonOutput out;
    private final RedactedTexts variables;
    private final RedactedTexts threads;
    private final RedactedTexts files;

    RedactedNames(JsonOutput out, RedactedTexts variables, RedactedTexts threads, RedactedTexts files) {
        this.out = out;
        this.variables = variables;
        this.threads = threads;
        this.files = files;
    }

    /** Writes what can be written of a record, nothing of one of an unknown kind. */
    void write(RawRecord record) throws IOException {
        String kind = NameRows.kind(record);
        List<List<byte[]>> rows = new ArrayList<>();
        NameRows.read(record, cells -> {
            List<byte[]> row = row(kind, cells);
            if (row.size() > 1) {
                rows.add(row);
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        // Of a known kind: others have no rows.
        out.write(JsonOutput.ascii("{\"type\":\"NAMES\",\"kind\":\"" + kind + "\",\"rows\":["));
        String comma = "";
        for (List<byte[]> row : rows) {
            out.write(JsonOutput.ascii(comma + "["));
            for (int i = 0; i < row.size(); i++) {
                out.write(JsonOutput.ascii(i == 0 ? "" : ","));
                out.write(row.get(i));
            }
            out.write(']');
            comma = ",";
        }
        out.write(JsonOutput.ascii("]}\n"));
    }

    private List<byte[]> row(String kind, List<String> cells) {
        String first = cells.get(0);
        if (OF_PAIRS.contains(kind)) {
            return pairs(kind.equals("global") && first.isEmpty() ? JsonOutput.quoted("") : address(first), cells);
        }
        switch (kind) {
            case "ivar":
            case "member":
                return layout(cells);
            case "instance":
                return cells.size() < 3 ? List.of() : whole(address(first), as(DIGITS, cells.get(1)),
                    as(HELD, cells.get(2)));
            case "default":
                return whole(address(first), address(cells.get(1)));
            case "thread":
                return cells.size() < 3 ? List.of() : whole(address(first), threads.of(cells.get(1)),
                    JsonOutput.quoted(STATES.contains(cells.get(2)) ? cells.get(2) : ""));
            case "proc":
                return cells.size() < 3 ? List.of() : whole(address(first), files.of(cells.get(1)),
                    as(DIGITS, cells.get(2)));
            case "figure":
                return whole(as(FIGURE, first), as(DIGITS, cells.get(1)));
            case "about":
                return ABOUT.matcher(first + " " + cells.get(1)).matches()
                    ? whole(JsonOutput.quoted(first), JsonOutput.quoted(cells.get(1))) : List.of();
            default:
                return List.of();
        }
    }

    /** Returns an owner and for each name behind it the name and the address. */
    private List<byte[]> pairs(byte[] owner, List<String> cells) {
        List<byte[]> row = new ArrayList<>();
        row.add(owner);
        for (int i = 1; i + 1 < cells.size(); i += 2) {
            byte[] address = address(cells.get(i + 1));
            if (address.length > 0) {
                row.add(variables.of(cells.get(i)));
                row.add(address);
            }
        }
        return owner.length == 0 ? List.of() : row;
    }

    private List<byte[]> layout(List<String> cells) {
        List<byte[]> row = new ArrayList<>(whole(as(DIGITS, cells.get(0)), address(cells.get(1))));
        if (!row.isEmpty()) {
            cells.subList(2, cells.size()).forEach(name -> row.add(variables.of(name)));
        }
        return row;
    }

    /** Returns the cells as a row; none where one of them is nothing. */
    private static List<byte[]> whole(byte[]... cells) {
        for (byte[] cell : cells) {
            if (cell.length == 0) {
                return List.of();
            }
        }
        return List.of(cells);
    }

    private static byte[] as(Pattern pattern, String cell) {
        return pattern.matcher(cell).matches() ? JsonOutput.quoted(cell) : new byte[0];
    }

    private static byte[] address(String cell) {
        long address = Addresses.parse(cell);
        return address == Addresses.NONE ? new byte[0] : JsonOutput.quoted(Addresses.format(address));
    }
}
