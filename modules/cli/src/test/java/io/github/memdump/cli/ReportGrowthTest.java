package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on several dumps. */
class ReportGrowthTest {
    @TempDir
    private Path folder;

    private Path[] dumps;

    /** A hash of items: none, and 60 more in each dump. */
    @BeforeEach
    void write() throws IOException {
        HeapDsl heap = HeapDsl.heap().klass("Item").klass("Keeper").root("vm", "keeper")
            .object("keeper").ofClass("Keeper").hash("all").heldBy("keeper");
        dumps = new Path[5];
        for (int dump = 0; dump < dumps.length; dump++) {
            heap = heap.then();
            for (int i = 0; dump > 0 && i < 60; i++) {
                heap.object("item" + dump + "_" + i).ofClass("Item").memsize(40).generation(dump + 1)
                    .allocatedAt("item.rb", 7, "new").heldBy("all");
            }
            dumps[dump] = heap.writeTo(folder.resolve(dump + ".json"));
        }
    }

    private ReportFolderFiles report(String name) {
        CommandRun.of("report", dumps[0], dumps[1], dumps[2], dumps[3], "-o", folder.resolve(name)).quiet();
        return new ReportFolderFiles(folder.resolve(name));
    }

    @Test
    void showsHowClassesGrewAndWhoAllocatedWhatStayed() throws IOException {
        String html = report("out").html();
        String growth = html.substring(html.indexOf("<h2>Growth over 4 dumps"),
            html.indexOf("<h2>What holds the new objects"));
        assertTrue(growth.contains("aria-label=\"0, 60, 120, 180\""), growth);
        assertTrue(growth.contains("points=\"3.0,21.0 33.0,15.0 63.0,9.0 93.0,3.0\""), growth);
        assertTrue(growth.contains(">0 → 60 → 120 → 180<") && growth.contains(">+60.0<"), growth);
        assertTrue(growth.contains("grows at every step") && growth.contains(">item.rb:7<"), growth);
        assertTrue(growth.contains("aria-label=\"0, 60, 120, 120\""), "survivors by the line that allocated them");
        ReportDocumentTest.requireNothingLoaded(html);
    }

    @Test
    void suspectsAreOfTheLastAgainstTheFirst() throws IOException {
        ReportFolderFiles files = report("out");
        assertTrue(files.firstScreen().contains("Item ×180 in HASH of Keeper"), files.firstScreen());
        assertTrue(files.firstScreen().contains("180 in the whole dump, 0 before"), files.firstScreen());
        JsonTree json = files.json();
        ReportDocumentTest.requireFields(json, Set.of("with an earlier dump", "three dumps"));
        assertEquals(180, json.number("new_objects"));
        assertEquals(4, json.list("dumps").size());
        assertEquals(120, json.number("growth", "survivors"));
        assertEquals(List.of(0, 60, 120, 180), json.tree("growth").list("rows").get(0).at("counts"));
        assertTrue(json.text("command").contains("/0.json ") && json.text("command").contains("/3.json -o report"));
    }

    @Test
    void theSameDumpsGiveTheSameBytes() throws IOException {
        ReportFolderFiles one = report("one");
        ReportFolderFiles two = report("two");
        for (String name : List.of("report.html", "report.json")) {
            assertArrayEquals(one.bytes(name), two.bytes(name), name);
        }
    }

    @Test
    void ofManyDumpsTheLineHasAllNumbersAndTheTextTheFirstAndTheLast() throws IOException {
        CommandRun.of("report", dumps[0], dumps[1], dumps[2], dumps[3], dumps[4], "-o", folder.resolve("out")).quiet();
        String html = new ReportFolderFiles(folder.resolve("out")).html();
        assertTrue(html.contains("aria-label=\"0, 60, 120, 180, 240\"") && html.contains(">0 … 240<"), html);
    }

    @Test
    void whereNothingStaysTheReportSaysSo() throws IOException {
        Path empty = HeapDsl.heap().klass("Item").klass("Keeper").root("vm", "keeper")
            .object("keeper").ofClass("Keeper").hash("all").heldBy("keeper").writeTo(folder.resolve("empty.json"));
        CommandRun run = CommandRun.of("report", dumps[0], dumps[1], empty, "-o", folder.resolve("out"));
        assertEquals(0, run.code(), run.err());
        assertTrue(new ReportFolderFiles(folder.resolve("out")).html().contains("Nothing that came after the first dump"
            + " has stayed."));
    }

    @Test
    void wrongUseIsToldBeforeAnythingIsRead() {
        CommandRun.of("report", "a.json", "b.json", "a.json", "-o", folder.resolve("out")).fails(2, "given twice");
        CommandRun.of("report", "-", "b.json", "-", "-o", folder.resolve("out")).fails(2, "Only one", "standard input");
        assertFalse(folder.resolve("out").toFile().exists());
    }
}
