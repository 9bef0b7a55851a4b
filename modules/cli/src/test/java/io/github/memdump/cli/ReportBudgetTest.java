package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report --fail-if}. */
class ReportBudgetTest {
    @TempDir
    private Path folder;

    private Path before() throws IOException {
        return heap().writeTo(folder.resolve("before.json"));
    }

    private static HeapDsl heap() {
        return HeapDsl.heap().klass("Store").klass("Session").root("vm", "store")
            .object("store").ofClass("Store").memsize(40);
    }

    /** Two new sessions of 100 bytes, one in the other, and a string of 2,000 bytes that both hold. */
    private Path after() throws IOException {
        return heap().then().object("outer").ofClass("Session").memsize(100).generation(4).heldBy("store")
            .object("inner").ofClass("Session").memsize(100).generation(4).heldBy("outer")
            .string("token", "s3cret").memsize(2_000).generation(4).heldBy("outer", "inner")
            .writeTo(folder.resolve("after.json"));
    }

    private CommandRun report(Object... budgets) throws IOException {
        Object[] words = new Object[5 + 2 * budgets.length];
        System.arraycopy(new Object[] {"report", before(), after(), "-o", folder.resolve("out")}, 0, words, 0, 5);
        for (int i = 0; i < budgets.length; i++) {
            words[5 + 2 * i] = "--fail-if";
            words[6 + 2 * i] = budgets[i];
        }
        return CommandRun.of(words);
    }

    @Test
    void aBrokenBudgetEndsWithThreeOnceTheReportIsWritten() throws IOException {
        CommandRun run = report("retained_size(class =~ /Session/) > 2k", "new_count > 3", "new_memsize >= 2200");
        assertEquals(3, run.code(), run.err());
        assertEquals("memdump: budget broken: retained_size(class =~ /Session/) > 2k: it is 2.1 KiB (2,200 bytes), of 2"
            + " objects selected; the limit is 2.0 KiB (2,048 bytes)\n"
            + "memdump: budget broken: new_memsize >= 2200: it is 2.1 KiB (2,200 bytes); the limit is 2.1 KiB"
            + " (2,200 bytes)\n"
            + "memdump: what it is made of, and what holds it: " + folder.resolve("out/report.html") + "\n", run.err());
        assertTrue(run.out().contains("budget kept: new_count > 3: it is 3 objects; the limit is 3 objects"),
            run.out());
        ReportFolderFiles files = new ReportFolderFiles(folder.resolve("out"));
        assertTrue(files.firstScreen().contains("Budget broken retained_size(class =~ /Session/) > 2k is 2.1 KiB"));
        assertTrue(files.firstScreen().contains("Budget kept new_count > 3"));
        JsonTree budget = files.json().list("budgets").get(0);
        assertEquals(2_200, budget.number("value"));
        assertEquals(2_048, budget.number("limit"));
        assertEquals(2, budget.number("selected"));
        assertEquals(true, budget.at("broken"));
        assertEquals("retained_size", budget.text("measure"));
        assertEquals(false, files.json().list("budgets").get(1).at("broken"));
        assertTrue(files.json().text("command").endsWith("--fail-if 'new_memsize >= 2200'"));
    }

    @Test
    void budgetsThatAreKeptEndWithZeroAndSilence() throws IOException {
        assertFalse(report("retained_size(class = Session) > 50M", "keepalive_new_count(class = Session) > 3").quiet()
            .contains("broken"));
    }

    @Test
    void standardOutputIsOneDocumentAlsoWhereABudgetIsBroken() throws IOException {
        CommandRun run = CommandRun.of("report", before(), after(), "-o", folder.resolve("out"), "--json", "--fail-if",
            "count > 0");
        assertEquals(3, run.code());
        assertEquals(true, JsonTree.read(run.out()).list("budgets").get(0).at("broken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "retaind_size(new) > 5; 1;  Did you mean retained_size?",
        "count(clas = Foo) > 5; 7;  Did you mean class?",
        "count(new) > many;     14; \"many\" is no limit",
    })
    void aMistakeIsShownBeforeAnyDumpIsRead(String budget, int column, String part) throws IOException {
        CommandRun run = CommandRun.of("report", "unread.json", "unread2.json", "-o", folder.resolve("out"),
            "--fail-if", "count > 5", "--fail-if", budget);
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("memdump: --fail-if, column " + column + ": "), run.err());
        assertTrue(run.err().contains(part), run.err());
        assertTrue(run.err().endsWith("\n  " + budget + "\n  " + " ".repeat(column - 1) + "^\n"), run.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void whatNeedsAnEarlierDumpSaysSo() {
        CommandRun run = CommandRun.of("report", "unread.json", "-o", folder.resolve("out"), "--fail-if",
            "new_count > 1");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("new_count needs an earlier dump") && run.err().contains("Give BEFORE and AFTER"),
            run.err());
    }

    @Test
    void aPatternThatIsGivenUpIsWrongUseAndLeavesNothing() throws IOException {
        Path dump = HeapDsl.heap().root("vm", "bad").klass("Bad").object("bad").ofClass("Bad")
            .allocatedAt("a".repeat(3_000) + "!", 1, "new").writeTo(folder.resolve("bad.json"));
        CommandRun run = CommandRun.of("report", dump, "-o", folder.resolve("out"), "--fail-if",
            "count(file =~ /^(a|aa)+$/) > 5");
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains("^\n"), run.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aClassThatTheDumpDoesNotHaveIsDoubted() throws IOException {
        CommandRun run = report("count(class = Sesion) > 5");
        assertEquals(0, run.code());
        assertTrue(run.err().contains("Sesion") && run.err().contains("Session"), run.err());
        assertTrue(new ReportFolderFiles(folder.resolve("out")).json().at("warnings").toString().contains("Sesion"));
    }
}
