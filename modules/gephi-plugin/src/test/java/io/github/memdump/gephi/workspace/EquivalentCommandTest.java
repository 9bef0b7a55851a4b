package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EquivalentCommandTest {
    private static final ViewBudget BUDGET = ViewBudget.of(10, 20);

    private static String of(Recipe recipe) {
        return EquivalentCommand.of(recipe).orElseThrow();
    }

    @Test
    void theBorderIsAReportOnBothDumps() {
        assertEquals("./memdump report /a/before.json.gz /a/after.json.gz -o report --nodes 10 --edges 20",
            of(Recipe.border("/a/before.json.gz", "/a/after.json.gz", BUDGET)));
    }

    @Test
    void theHeapIsAReportOnTheLaterDump() {
        assertEquals("./memdump report after.json -o report --nodes 10 --edges 20",
            of(Recipe.of(Recipe.Subject.HEAP, List.of("before.json", "after.json"), BUDGET)));
    }

    @Test
    void aClassHasNoCommand() {
        assertEquals(Optional.empty(), EquivalentCommand.of(
            Recipe.about(Recipe.Subject.SELECTION, List.of("a.json"), "Session", BUDGET)));
    }

    @Test
    void namesAreQuotedForTheShell() {
        assertEquals("./memdump report 'my dump.json' 'it'\\''s.json' -o report --nodes 10 --edges 20",
            of(Recipe.border("my dump.json", "it's.json", BUDGET)));
    }
}
