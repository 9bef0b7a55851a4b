package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.DumpSample;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportFormTest {
    private static final long PLENTY = Long.MAX_VALUE;

    private final Preferences preferences = Preferences.userRoot().node("memdump-test-" + System.nanoTime());
    private final ImportForm form = new ImportForm(preferences);

    @TempDir
    private Path folder;

    @AfterEach
    void removePreferences() throws Exception {
        preferences.removeNode();
    }

    private Path dump(String name, int objects, int generation) throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm");
        for (int i = 0; i < objects; i++) {
            heap.object("o" + i);
            if (generation >= 0) {
                heap.generation(generation);
            }
        }
        return heap.writeTo(folder.resolve(name));
    }

    private void sampled(Path... dumps) {
        for (Path dump : dumps) {
            form.sampled(dump, DumpSample.of(dump));
        }
    }

    @Test
    void aSingleDumpShowsItsHeap() throws Exception {
        Path dump = dump("one.json", 3, 1);
        form.open(List.of(dump));
        sampled(dump);
        assertEquals(Recipe.Subject.HEAP, form.subject());
        assertEquals(Optional.empty(), form.problem(PLENTY));
        assertEquals(List.of(dump), form.choices().dumps());
    }

    @Test
    void aPathThatIsTypedChangesWhatIsShownWithItsFirstLetterOnly() throws Exception {
        form.open(List.of(dump("after.json", 5, 9)));
        form.typeBefore("/");
        assertEquals(Recipe.Subject.BORDER, form.subject());
        form.show(Recipe.Subject.SUSPECTS);
        form.typeBefore("/b.json");
        assertEquals(Recipe.Subject.SUSPECTS, form.subject());
        assertEquals(Optional.of(Path.of("/b.json")), form.before());
        assertTrue(form.isTyped(" /b.json ", Path.of("/b.json")));
        form.typeBefore("");
        assertEquals(Optional.empty(), form.before());
        assertEquals(Recipe.Subject.SUSPECTS, form.subject());
    }

    @Test
    void aDumpToCompareWithMakesItTheBorder() throws Exception {
        Path after = dump("after.json", 5, 9);
        Path before = dump("before.json", 3, 4);
        form.open(List.of(after));
        form.compareWith(before);
        sampled(after, before);
        assertEquals(Recipe.Subject.BORDER, form.subject());
        assertEquals(List.of(before, after), form.choices().dumps());
        form.compareWithNothing();
        assertEquals(Recipe.Subject.HEAP, form.subject());
    }

    @Test
    void twoDumpsOpenedTogetherAreOrderedByGeneration() throws Exception {
        Path later = dump("a.json", 3, 9);
        Path earlier = dump("b.json", 30, 4);
        form.open(List.of(later, earlier));
        sampled(earlier, later);
        assertEquals(Optional.of(earlier), form.before());
        assertEquals(later, form.after());
    }

    @Test
    void theBeginningOfALargeDumpDoesNotDecideWhichIsLater() throws Exception {
        Path earlier = large("earlier.json", 60_000, 17, 25);
        Path later = large("later.json", 70_000, 16, 26);
        assertTrue(Files.size(earlier) > 8 << 20, "larger than what is sampled");
        form.open(List.of(later, earlier));
        sampled(later, earlier);
        assertEquals(later, form.after());
        assertEquals(26, DumpSample.of(later).generation());
        assertEquals(70_000, DumpSample.of(later).objects(), 700);
        Path packed = packed(later);
        Path other = packed(earlier);
        form.open(List.of(packed, other));
        sampled(packed, other);
        assertEquals(packed, form.after());
    }

    /** A dump whose first half is of one generation and the rest of another. */
    private Path large(String name, int objects, int first, int rest) throws IOException {
        StringBuilder text = new StringBuilder("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x100\"]}\n");
        for (int i = 0; i < objects; i++) {
            text.append("{\"address\":\"0x").append(Integer.toHexString(0x100 + 40 * i))
                .append("\", \"type\":\"STRING\", \"value\":\"").append("v".repeat(300 - 200 * (i * 2 / objects)))
                .append("\", \"memsize\":40, \"generation\":").append(i * 2 < objects ? first : rest).append("}\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Path packed(Path dump) throws IOException {
        Path packed = folder.resolve(dump.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(dump, out);
        }
        return packed;
    }

    @Test
    void withoutGenerationsTheLargerIsTheLater() throws Exception {
        Path later = dump("a.json", 30, -1);
        Path earlier = dump("b.json", 3, -1);
        form.open(List.of(later, earlier));
        sampled(later, earlier);
        assertEquals(later, form.after());
        assertTrue(form.remark().orElseThrow().contains("not traced"), form.remark().toString());
    }

    @Test
    void equalsAreOrderedByTheFilesTime() throws Exception {
        Path later = dump("a.json", 3, -1);
        Path earlier = dump("b.json", 3, -1);
        Files.setLastModifiedTime(later, FileTime.fromMillis(2_000_000));
        Files.setLastModifiedTime(earlier, FileTime.fromMillis(1_000_000));
        form.open(List.of(later, earlier));
        sampled(later, earlier);
        assertEquals(later, form.after());
    }

    @Test
    void theUsersSwapStays() throws Exception {
        Path later = dump("a.json", 3, 9);
        Path earlier = dump("b.json", 3, 4);
        form.open(List.of(earlier, later));
        sampled(earlier, later);
        form.swap();
        sampled(earlier, later);
        assertEquals(earlier, form.after());
        assertTrue(form.remark().orElseThrow().contains("Swap"), form.remark().toString());
    }

    @Test
    void threeDumpsAreGrowthInTheirOrder() throws Exception {
        Path second = dump("2.json", 3, 5);
        Path third = dump("3.json", 3, 9);
        Path first = dump("1.json", 3, 2);
        form.open(List.of(second, third, first));
        sampled(second, third, first);
        assertEquals(List.of(first, second, third), form.choices().dumps());
        assertEquals(Recipe.Subject.GROWTH, form.subject());
        assertEquals(Optional.empty(), form.problem(PLENTY));
        assertTrue(form.remark().orElseThrow().contains("3 dumps"), form.remark().toString());
        form.compareWithNothing();
        assertEquals(Recipe.Subject.HEAP, form.subject());
        problem("three dumps or more", () -> form.show(Recipe.Subject.GROWTH));
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Path dump = dump("one.json", 3, 1);
        Path text = Files.writeString(folder.resolve("text.json"), "{\"nodes\":[]}");
        form.open(List.of(dump));
        sampled(dump, text);
        problem("is not a Ruby heap dump", () -> form.compareWith(text));
        problem("same file", () -> form.compareWith(dump));
        problem("Looking into", () -> form.compareWith(folder.resolve("unknown.json")));
        problem("needs a dump to compare with", () -> {
            form.compareWithNothing();
            form.show(Recipe.Subject.BORDER);
        });
        problem("name of a class", () -> form.show(Recipe.Subject.SELECTION));
        form.about(" Session ");
        assertEquals(Optional.empty(), form.problem(PLENTY));
        assertEquals("Session", form.choices().about());
        problem("whole numbers", () -> form.budget("5000", "many"));
        problem("whole numbers", () -> form.budget("0", "10"));
        form.budget("5", "10");
        assertEquals(Optional.empty(), form.problem(PLENTY));
        assertTrue(form.problem(10).orElseThrow().contains("-Xmx"));
    }

    @Test
    void nothingCanBeOpenedBeforeEveryDumpWasLookedAt() throws Exception {
        Path first = dump("1.json", 3, 2);
        Path second = dump("2.json", 3, 5);
        Path third = Files.writeString(folder.resolve("3.json"), "{\"nodes\":[]}");
        problem("Looking into 1.json", () -> form.open(List.of(first)));
        problem("Looking into", () -> {
            form.open(List.of(first, third, second));
            sampled(first, second);
        });
        problem("3.json is not a Ruby heap dump", () -> sampled(third));
    }

    @Test
    void dumpsThatAreAddedAreOrderedAgain() throws Exception {
        Path first = dump("1.json", 3, 2);
        Path second = dump("2.json", 3, 5);
        Path third = dump("3.json", 3, 9);
        form.open(List.of(second));
        form.compareWith(third);
        sampled(second, third);
        form.open(List.of(third, first, second));
        sampled(first);
        assertEquals(List.of(first, second, third), form.choices().dumps());
        assertEquals(Recipe.Subject.GROWTH, form.subject());
    }

    private void problem(String expected, Runnable step) {
        step.run();
        assertTrue(form.problem(PLENTY).orElse("").contains(expected), form.problem(PLENTY).toString());
    }

    @Test
    void onlyAHeapIsCleanedUpUnlessTheUserSaysSo() throws Exception {
        Path dump = dump("one.json", 3, 1);
        form.open(List.of(dump));
        assertTrue(form.isCleanedUp());
        form.show(Recipe.Subject.DOMINATORS);
        assertEquals(false, form.isCleanedUp());
        form.cleanUp(true);
        form.showClasses(true);
        form.remember(preferences);
        ImportForm next = new ImportForm(preferences);
        next.open(List.of(dump));
        assertEquals(Set.of(Recipe.Option.CLEANUP, Recipe.Option.CLASS_REFERENCES),
            next.choices().recipe(List.of(DumpFile.of(dump))).options());
    }

    @Test
    void remembersTheLastChoices() throws Exception {
        Path dump = dump("one.json", 3, 1);
        form.open(List.of(dump));
        form.show(Recipe.Subject.SELECTION);
        form.about("Session");
        form.budget("77", "88");
        form.remember(preferences);
        ImportForm next = new ImportForm(preferences);
        next.open(List.of(dump));
        assertEquals(Recipe.Subject.SELECTION, next.subject());
        assertEquals("Session", next.about());
        assertEquals(77, next.choices().budget().nodes());
        assertEquals(88, next.choices().budget().edges());
    }

    @Test
    void theBorderRememberedNeedsTwoDumpsAgain() throws Exception {
        form.compareWith(folder.resolve("x"));
        form.remember(preferences);
        ImportForm next = new ImportForm(preferences);
        next.open(List.of(dump("one.json", 3, 1)));
        assertEquals(Recipe.Subject.HEAP, next.subject());
    }

    @Test
    void aSampleTellsSizeAndTracing() {
        DumpSample before = DumpSample.of(GoldenDumps.RUBY_3_4.before());
        DumpSample after = DumpSample.of(GoldenDumps.RUBY_3_4.after());
        assertTrue(after.generation() > before.generation());
        assertTrue(SampleOrder.EARLIER_FIRST.compare(before, after) < 0);
        long objects = GoldenDumps.RUBY_3_4.answer().number("after_summary", "records");
        assertEquals(objects, after.objects(), objects * 0.25);
        assertTrue(SampleSummary.of(after).contains("allocations traced"), SampleSummary.of(after));
    }

    @Test
    void whatCannotBeReadIsNoDump() {
        assertEquals(false, DumpSample.of(folder).isDump());
        assertEquals(false, DumpSample.of(folder.resolve("never")).isDump());
        assertEquals("not a Ruby heap dump", SampleSummary.of(DumpSample.of(folder)));
    }
}
