package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EquivalentCommandTest {
    @Test
    void theBorderIsAReport() {
        assertEquals("memdump report /a/before.json.gz /a/after.json.gz -o out",
            EquivalentCommand.of(Recipe.border("/a/before.json.gz", "/a/after.json.gz", ViewBudget.DEFAULT)));
    }

    @Test
    void aBudgetOfItsOwnIsSaid() {
        assertEquals("memdump report a.json -o out --nodes 10 --edges 20",
            EquivalentCommand.of(Recipe.heap(List.of("a.json"), ViewBudget.of(10, 20))));
    }

    @Test
    void namesAreQuotedForTheShell() {
        assertEquals("memdump report 'my dump.json' 'it'\\''s.json' -o out",
            EquivalentCommand.of(Recipe.border("my dump.json", "it's.json", ViewBudget.DEFAULT)));
    }
}
