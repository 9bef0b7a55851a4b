package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of objects. */
class ShapesTest {
    @TempDir
    Path folder;

    @Test
    void tellsTheVariablesOfTheObjectsOfAClass() throws IOException {
        String dump = GoldenDumps.RUBY_3_4.after().toString();
        JsonTree json = CommandRun.of("shapes", dump, "--where", "class = \"Leak::Session\"", "--json").json();
        assertEquals(2, json.list("rows").size());
        assertEquals("[@id, @user, @attrs, @children, @tags, @points]", json.list("rows").get(0).at("variables")
            .toString());
        assertEquals(1067, json.list("classes").get(0).number("objects"));
        assertTrue(CommandRun.of("shapes", dump).quiet().contains("Leak::Session"));
    }

    @Test
    void saysWhereADumpHasNone() throws IOException {
        assertTrue(CommandRun.of("shapes", GoldenDumps.RUBY_3_1.after().toString()).quiet()
            .contains("lists no shapes"));
    }

    @Test
    void writesTheRows() throws IOException {
        Path csv = folder.resolve("shapes.csv");
        CommandRun.of("shapes", GoldenDumps.RUBY_3_4.after().toString(), "-o", csv.toString()).quiet();
        assertEquals("objects,class,shape,too_complex,depth,variables,object", Files.readAllLines(csv).get(0));
    }
}
