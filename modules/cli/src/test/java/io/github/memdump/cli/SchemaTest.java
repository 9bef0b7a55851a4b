package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.memdump.testing.GoldenDumps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What commands print for machines, against the schemas that are published: valid, and each field is in them. */
class SchemaTest {
    private static final String BEFORE = "../../src/examples/before.json.gz";
    private static final String AFTER = "../../src/examples/after.json.gz";

    /** A run for each schema; OUT stands for a file in a folder of the test, ADDRESS for a session in the example. */
    private static final List<String> RUNS = List.of(
        "stats AFTER", "stats --by gem AFTER", "diff BEFORE AFTER", "border BEFORE AFTER", "border --each BEFORE AFTER",
        "dominators --top 20 AFTER", "dominators --top 20 AFTER --before BEFORE", "consumers AFTER --before BEFORE",
        "unreachable AFTER", "strings AFTER", "collections AFTER", "shapes AFTER", "pages AFTER", "suspects AFTER",
        "suspects AFTER BEFORE", "suspects --why 1 AFTER BEFORE", "class-graph AFTER", "keepalive --top 20 AFTER",
        "references --top 20 AFTER", "validate-references AFTER", "out-degree AFTER", "compare BEFORE AFTER",
        "growth BEFORE AFTER OTHER", "show AFTER ADDRESS", "paths AFTER ADDRESS", "referrers AFTER ADDRESS",
        "paths --where class=\"Shop::Session\" AFTER", "referrers --where class=\"Shop::Session\" AFTER",
        "select --where type=STRING AFTER -o OUT", "without --where type=STRING AFTER -o OUT", "cleanup AFTER -o OUT",
        "cleanup-refs AFTER -o OUT", "collapse --where type=STRING AFTER -o OUT", "replace-class AFTER -o OUT",
        "roots AFTER -o OUT", "sample --ratio 0.5 AFTER -o OUT",
        "group --name=Carts --where class=\"Shop::Cart\" AFTER -o OUT", "remove-small-components AFTER -o OUT",
        "add-children --where class=\"Shop::Session\" AFTER -o OUT",
        "roots-of --where class=\"Shop::Session\" AFTER -o OUT",
        "parents-of --where class=\"Shop::Session\" AFTER -o OUT", "root-of AFTER ADDRESS -o OUT",
        "subgraph-of AFTER ADDRESS -o OUT", "remove-node AFTER ADDRESS -o OUT", "gml AFTER -o OUT",
        "heapsnapshot AFTER -o OUT", "redact AFTER -o OUT", "view border BEFORE AFTER -o OUT.gexf", "index",
        "report BEFORE AFTER -o OUT.report");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> whatIsPrintedIsAsItsSchemaSays() {
        String address = CommandRun.of("table", "--columns", "address", "--where", "class=\"Shop::Session\"", AFTER)
            .out().lines().skip(1).findFirst().orElseThrow();
        return RUNS.stream().map(run -> dynamicTest(run, () -> {
            String[] words = run.split(" ");
            List<Object> arguments = new ArrayList<>(List.of(words[0], "--json"));
            Map<String, String> meant = Map.of("BEFORE", BEFORE, "AFTER", AFTER, "ADDRESS", address, "OTHER",
                GoldenDumps.RUBY_3_1.after().toString());
            Arrays.stream(words).skip(1).map(word -> meant.getOrDefault(word, word.replace("OUT",
                folder.resolve("out").toString()))).forEach(arguments::add);
            CommandRun done = CommandRun.in(Map.of("MEMDUMP_CACHE", folder.resolve("cache").toString()), new byte[0],
                arguments.toArray());
            assertEquals(0, done.code(), done.err());
            PublishedSchema.requireValid(words[0], done.out());
            if (words[0].equals("report")) {
                PublishedSchema.requireValid("report-file", Files.readString(folder.resolve("out.report/report.json")));
            }
        }));
    }

    @Test
    void everySchemaIsTried() throws IOException {
        Set<String> tried = RUNS.stream().map(run -> run.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new));
        tried.add("report-file");
        tried.addAll(LiveSchemaTest.COMMANDS);
        try (Stream<Path> files = Files.list(PublishedSchema.FOLDER)) {
            assertEquals(tried, files.map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".schema.json")).map(name -> name.replace(".schema.json", ""))
                .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
