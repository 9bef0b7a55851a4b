package io.github.memdump.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every way in which a command writes a file. Words in braces stand for dumps, {@code between} for a file of
 * this name beside the earlier one, and for the file that is written. */
enum Writer {
    DIFF(".json.gz", "diff {before} {after} -o {out} --values"),
    GROWTH(".json", "growth {before} {between} {after} -o {out}"),
    BORDER(".json", "border {before} {after} -o {out}"),
    UNREACHABLE(".csv", "unreachable {after} -o {out}"),
    TABLE(".csv", "table {after} --before {before} --columns object,class,memsize,in_after -o {out}"),
    CLASS_GRAPH(".gml", "class-graph {after} -o {out}"),
    CLEANUP(".json", "cleanup {after} -o {out} --values"),
    SELECT(".json", "select {after} --before {before} --where new -o {out} --values"),
    CLEANUP_GML(".gml", "cleanup {after} -o {out}"),
    GML(".gml", "gml {after} -o {out}"),
    REFERENCES(".csv", "references {after} -o {out}"),
    COLLECTIONS(".csv", "collections {after} -o {out}"),
    COLLECTIONS_JSON(".json", "collections {after} -o {out}"),
    SHAPES(".csv", "shapes {after} -o {out}"),
    HEAPSNAPSHOT(".heapsnapshot", "heapsnapshot {after} -o {out} --values"),
    REDACT(".json", "redact {after} -o {out} --salt pepper"),
    VIEW_GEXF(".gexf", "view border {before} {after} -o {out}"),
    VIEW_GEPHI(".gephi", "view border {before} {after} -o {out}"),
    VIEW_GML(".gml", "view heap {after} -o {out}"),
    VIEW_JSON(".json", "view heap {after} -o {out}"),
    VIEW_CSV(".csv", "view heap {after} -o {out}"),
    VIEW_PNG(".png", "view border {before} {after} -o {out}"),
    VIEW_PDF(".pdf", "view border {before} {after} -o {out}"),
    VIEW_SVG(".svg", "view border {before} {after} -o {out}");

    private final String ending;
    private final String line;

    Writer(String ending, String line) {
        this.ending = ending;
        this.line = line;
    }

    /** Returns what the name of the file ends in. */
    String ending() {
        return ending;
    }

    /** Returns whether it goes by the ending what is written, so that it cannot be that of a dump. */
    boolean hasKnownEndings() {
        return line.startsWith("view") || this == CLASS_GRAPH;
    }

    /** Returns whether Gephi's toolkit writes it, which is one for the whole process. */
    boolean isOfToolkit() {
        return this == VIEW_GEXF || this == VIEW_GEPHI;
    }

    /** Returns whether the same dumps give the same bytes. */
    boolean isRepeatable() {
        return this != VIEW_GEPHI && this != VIEW_GEXF && this != VIEW_PDF;
    }

    /** Returns the dumps that it reads. */
    List<Path> reads(Path before, Path after) {
        return line.contains("{before}") ? List.of(before, after) : List.of(after);
    }

    /** Returns the command line. */
    List<String> words(Path out, Path before, Path after) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.replace("{before}", before.toString()).replace("{after}", after.toString())
                .replace("{between}", before.resolveSibling("between.json").toString())
                .replace("{out}", out.toString()));
        }
        return words;
    }

    /** Runs the command in this process. */
    CommandRun to(Path out, Path before, Path after) {
        return CommandRun.of(words(out, before, after).toArray());
    }
}
