package io.github.memdump.gephi.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.RecipeCommand;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EquivalentCommandTest {
    private static final ViewBudget BUDGET = ViewBudget.of(10, 20);

    private static String of(Recipe recipe) {
        return EquivalentCommand.of(recipe).orElseThrow();
    }

    @Test
    void theBorderIsAViewOfBothDumps() {
        assertEquals("./memdump view border /a/before.json.gz /a/after.json.gz --nodes 10 --edges 20 -o view.gephi",
            of(Recipe.border("/a/before.json.gz", "/a/after.json.gz", BUDGET)));
    }

    @Test
    void everySubjectHasACommand() {
        for (Recipe.Subject subject : Recipe.Subject.values()) {
            List<String> dumps = List.of("1.json", "2.json", "3.json");
            Recipe recipe = subject.isAboutSomething() ? Recipe.about(subject, dumps, "Session", BUDGET)
                : Recipe.of(subject, dumps, BUDGET);
            assertTrue(of(recipe).startsWith("./memdump view " + subject.id() + " 1.json 2.json 3.json"), of(recipe));
        }
    }

    @Test
    void stepsAndSelectionsAreQuotedForTheShell() {
        Recipe recipe = Recipe.about(Recipe.Subject.REFERRERS, List.of("it's.json"), "class = \"S\"",
            ViewBudget.DEFAULT).toDepth(Recipe.ANY_DEPTH).with(Step.parse("collapse where type = ARRAY"));
        assertEquals("./memdump view referrers 'it'\\''s.json' --about 'class = \"S\"' --depth any"
            + " --step 'collapse where type = ARRAY' -o view.gephi", of(recipe));
        assertEquals("view", RecipeCommand.words(recipe).get(0));
    }
}
