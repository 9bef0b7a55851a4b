package io.github.memdump.testing;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** One line of the dump being written: a record, whose references are still symbolic names, or raw text. */
final class DslRecord {
    /** The keys that Ruby writes after the references, and their order. */
    private static final List<String> TRAILING = List.of("file", "line", "method", "generation", "memsize");

    final String symbol;
    final String type;
    final String raw;
    /** Keys between the type and the references, in the order given, as JSON text. */
    final Map<String, String> keys = new LinkedHashMap<>();
    /** Values of the trailing keys as JSON text. */
    final Map<String, String> trailer = new LinkedHashMap<>();
    final List<String> references = new ArrayList<>();
    String classSymbol;

    private DslRecord(String symbol, String type, String raw) {
        this.symbol = symbol;
        this.type = type;
        this.raw = raw;
    }

    static DslRecord of(String symbol, String type) {
        return new DslRecord(symbol, type, null);
    }

    static DslRecord raw(String line) {
        return new DslRecord("", "", line);
    }

    DslRecord copy() {
        DslRecord copy = new DslRecord(symbol, type, raw);
        copy.keys.putAll(keys);
        copy.trailer.putAll(trailer);
        copy.references.addAll(references);
        copy.classSymbol = classSymbol;
        return copy;
    }

    boolean isRoot() {
        return "ROOT".equals(type);
    }

    String identity(SlotAddresses addresses) {
        if (isRoot()) {
            return symbol;
        }
        String address = SlotAddresses.hex(addresses.of(symbol));
        String generation = trailer.get("generation");
        return generation == null ? address : address + ":" + generation;
    }

    String line(SlotAddresses addresses) {
        if (raw != null) {
            return raw;
        }
        StringJoiner line = new StringJoiner(", ", "{", "}");
        if (isRoot()) {
            line.add("\"type\":\"ROOT\"").add("\"root\":" + quoted(symbol));
        } else {
            line.add("\"address\":" + hex(symbol, addresses)).add("\"type\":" + quoted(type));
        }
        if (classSymbol != null) {
            line.add("\"class\":" + hex(classSymbol, addresses));
        }
        keys.forEach((key, json) -> line.add(quoted(key) + ":" + json));
        if (!references.isEmpty()) {
            StringJoiner list = new StringJoiner(", ", "[", "]");
            references.forEach(target -> list.add(hex(target, addresses)));
            line.add("\"references\":" + list);
        }
        for (String key : TRAILING) {
            if (trailer.containsKey(key)) {
                line.add(quoted(key) + ":" + trailer.get(key));
            }
        }
        return line.toString();
    }

    static String json(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String hex(String symbol, SlotAddresses addresses) {
        return quoted(SlotAddresses.hex(addresses.of(symbol)));
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
