package io.github.memdump.testing;

import java.util.ArrayList;
import java.util.List;

/** One record of a dump as the oracle keeps it. Absent strings are empty. */
final class ModelRecord {
    final String address;
    final String type;
    final String identity;
    final String name;
    /** What an IMEMO is, or the C type of a DATA record. */
    final String kind;
    final String classAddress;
    final String superclassAddress;
    final String method;
    /** Where it was allocated, {@code file:line}; empty where file or line are not known. */
    final String site;
    final String realClassName;
    final boolean singleton;
    final boolean hasGeneration;
    final String generation;
    final String file;
    final String line;
    final long memsize;
    /** Addresses as listed, duplicates included; the lists of all lines of one root, one after the other. */
    final List<String> entries = new ArrayList<>();

    ModelRecord(JsonTree line) {
        file = text(line, "file");
        this.line = line.has("line") ? Long.toString(line.number("line")) : "0";
        type = line.text("type");
        boolean root = "ROOT".equals(type);
        address = root ? "" : line.text("address");
        hasGeneration = !root && line.has("generation");
        generation = hasGeneration ? Long.toString(line.number("generation")) : "";
        String place = root ? line.text("root") : address;
        identity = hasGeneration ? place + ":" + line.number("generation") : place;
        name = text(line, "name");
        kind = "IMEMO".equals(type) ? text(line, "imemo_type") : "DATA".equals(type) ? text(line, "struct") : "";
        // What IMEMO records call their class is no class.
        classAddress = "IMEMO".equals(type) ? "" : text(line, "class");
        superclassAddress = text(line, "superclass");
        method = text(line, "method");
        site = line.has("file") && line.has("line") ? line.text("file") + ":" + line.number("line") : "";
        realClassName = text(line, "real_class_name");
        singleton = line.has("singleton") && Boolean.TRUE.equals(line.at("singleton"));
        memsize = line.has("memsize") ? line.number("memsize") : 0;
        if (line.has("references")) {
            for (Object target : (List<?>) line.at("references")) {
                entries.add((String) target);
            }
        }
    }

    boolean isRoot() {
        return "ROOT".equals(type);
    }

    /** Returns whether this is a place where no object is. */
    boolean isSlot() {
        return "NONE".equals(type) || "ZOMBIE".equals(type) || "MOVED".equals(type);
    }

    boolean isModule() {
        return "CLASS".equals(type) || "MODULE".equals(type);
    }

    private static String text(JsonTree line, String key) {
        return line.has(key) ? line.text(key) : "";
    }
}
