package io.github.memdump.bench.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to call a command. In its words {@code AFTER} and {@code BEFORE} stand for dumps, {@code OUT} for a file or
 * folder that is not there yet, {@code FIRST} and {@code LAST} for the objects at the top and at the bottom of a shape,
 * {@code SCRIPT} for a script.
 */
final class Case {
    /** Commands that are not measured, and why. */
    static final Map<String, String> LEFT_OUT = new TreeMap<>(Map.of(
        "dump", "talks to a process",
        "watch", "talks to a process",
        "where", "talks to a process",
        "enable-allocation-trace", "talks to a process",
        "gephi", "starts Gephi; what it loads is measured as view",
        "completion", "reads no dump",
        "help", "reads no dump",
        "agent", "reads no dump",
        "mcp", "a server; its answers are those of the commands",
        "index", "reads no dump"));

    private static final String OBJECTS = "--where 'type = OBJECT'";

    private static final String[] CALLS = {
        "stats AFTER", "stats AFTER --by site --top all --json", "stats AFTER --by generation --json",
        "diff BEFORE AFTER --json", "diff BEFORE AFTER -o OUT.json",
        "border BEFORE AFTER", "border BEFORE AFTER --json",
        "dominators AFTER", "dominators AFTER --json --top all",
        "table AFTER --before BEFORE --columns COLUMNS -o OUT.csv",
        "paths AFTER LAST", "paths AFTER LAST --json", "paths AFTER " + OBJECTS,
        "paths AFTER " + OBJECTS + " --top all", "paths AFTER " + OBJECTS + " --json --top all",
        "referrers AFTER LAST", "referrers AFTER " + OBJECTS, "referrers AFTER " + OBJECTS + " --json --depth 100",
        "growth BEFORE BETWEEN AFTER", "growth BEFORE BETWEEN AFTER --json --top all",
        "class-graph AFTER", "class-graph AFTER --json --top all",
        "show AFTER FIRST", "show AFTER LAST", "show AFTER LAST --json",
        "strings AFTER", "strings AFTER --json --top all",
        "keepalive AFTER", "keepalive AFTER --exact", "keepalive AFTER --before BEFORE --json --top all",
        "keepalive AFTER --stop-at class",
        "suspects AFTER", "suspects AFTER BEFORE --json",
        "consumers AFTER", "consumers AFTER --by site --json --top all", "consumers AFTER --exact",
        "unreachable AFTER", "unreachable AFTER --json",
        "report AFTER -o OUT", "report BEFORE AFTER -o OUT", "report BEFORE BETWEEN AFTER -o OUT",
        "view border BEFORE AFTER -o OUT.gml", "view growth BEFORE BETWEEN AFTER -o OUT.gml",
        "view heap AFTER -o OUT.gml", "view heap AFTER --no-cleanup -o OUT.json",
        "view selection AFTER --about 'type = OBJECT' -o OUT.gml",
        "view selection AFTER --about 'type = OBJECT' --cleanup -o OUT.svg",
        "view subgraph AFTER --about FIRST --depth any -o OUT.gml",
        "view referrers AFTER --about LAST --depth any -o OUT.gml",
        "view paths AFTER --about LAST -o OUT.gml",
        "view dominators AFTER -o OUT.gml", "view suspects AFTER -o OUT.gml", "view suspects BEFORE AFTER -o OUT.gml",
        "view classes AFTER -o OUT.gml", "view sites AFTER -o OUT.gml",
        "redact AFTER OUT.json",
        "interactive AFTER BEFORE --script SCRIPT",
        "select AFTER " + OBJECTS + " -o OUT.json", "select AFTER --where 'reaches(address = LAST)' --json",
        "select AFTER --where 'dominated-by(type = OBJECT) or referred-by(type = OBJECT)' --json",
        "without AFTER LAST -o OUT.json", "without AFTER " + OBJECTS + " -o OUT.json",
        "subgraph-of AFTER FIRST -o OUT.json", "root-of AFTER LAST -o OUT.json",
        "roots-of AFTER " + OBJECTS + " -o OUT.json", "parents-of AFTER " + OBJECTS + " --json --top all",
        "roots AFTER -o OUT.json", "add-children AFTER " + OBJECTS + " -o OUT.json",
        "remove-node AFTER FIRST -o OUT.json", "remove-small-components AFTER --max-size 3 -o OUT.json",
        "sample AFTER --ratio 0.5 -o OUT.json", "cleanup AFTER -o OUT.json",
        "collapse AFTER --where 'type in (OBJECT, ARRAY, HASH, IMEMO) and not address in (FIRST, LAST)' -o OUT.json",
        "group AFTER " + OBJECTS + " --name All -o OUT.json", "replace-class AFTER -o OUT.json",
        "cleanup-refs AFTER -o OUT.json", "out-degree AFTER", "out-degree AFTER --json --top all",
        "validate-references AFTER", "validate-references AFTER --json",
        "gml AFTER -o OUT.gml",
        "references AFTER", "references AFTER --json --top all", "references AFTER -o OUT.csv",
        "compare BEFORE AFTER", "compare BEFORE BETWEEN AFTER --json --top all",
        "pages AFTER", "pages AFTER --json",
        "collections AFTER", "collections AFTER --json --top all", "shapes AFTER", "shapes AFTER --json --top all",
        "heapsnapshot AFTER -o OUT.heapsnapshot"
    };

    private final List<String> words;

    private Case(List<String> words) {
        this.words = words;
    }

    /** Returns all ways that are measured. */
    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        for (String call : CALLS) {
            all.add(new Case(split(call)));
        }
        return all;
    }

    private static List<String> split(String call) {
        List<String> words = new ArrayList<>();
        String[] parts = call.split("'");
        for (int i = 0; i < parts.length; i++) {
            words.addAll(i % 2 == 1 ? List.of(parts[i]) : List.of(parts[i].trim().split(" ")));
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    /** Returns the name of the command. */
    String command() {
        return words.get(0);
    }

    /** Returns the words, for the table. */
    String text() {
        return String.join(" ", words);
    }

    /** Returns the words with what they stand for. */
    String[] arguments(Map<String, String> meaning) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            String said = word;
            for (Map.Entry<String, String> one : meaning.entrySet()) {
                said = said.replace(one.getKey(), one.getValue());
            }
            arguments.add(said);
        }
        arguments.add("--no-index");
        return arguments.toArray(new String[0]);
    }
}
