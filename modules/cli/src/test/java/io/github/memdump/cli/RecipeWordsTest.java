package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.report.ViewCommand;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.RecipeCommand;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewBudget;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a view's command says and what it is read as. */
class RecipeWordsTest {
    private static final List<String> STEPS = List.of("expand-references 0x10:3 vm", "collapse where type = ARRAY",
        "remove-small 3", "cleanup", "keep-above 1000",
        "group where class = \"A B\" and not new", "remove class:IMEMO_iseq");

    private static Recipe parsed(List<String> words) {
        ViewCommand command = new ViewCommand(Session.of(InputStream.nullInputStream(),
            OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Map.of()));
        CommandLine line = new CommandLine(command).setExpandAtFiles(false);
        line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        return command.recipe();
    }

    @Test
    void theCommandOfARecipeIsReadAsTheSameRecipe() {
        for (long seed = 0; seed < 500; seed++) {
            Recipe recipe = random(new Random(seed));
            assertEquals(recipe, parsed(RecipeCommand.words(recipe)), "seed " + seed);
        }
    }

    private static Recipe random(Random random) {
        Recipe.Subject subject = Recipe.Subject.values()[random.nextInt(Recipe.Subject.values().length)];
        List<String> dumps = List.of("a b.json", "it's.json", "/c/d.json.gz", "e.json")
            .subList(0, subject.leastDumps() + random.nextInt(2));
        ViewBudget budget = random.nextBoolean() ? ViewBudget.DEFAULT
            : ViewBudget.of(1 + random.nextInt(9_000), 1 + random.nextInt(9_000));
        List<String> abouts = List.of("0x7f12:3", "Shop::Session", "/Session$/", "memsize > 1k and class = \"a b\"");
        Recipe recipe = subject.isAboutSomething()
            ? Recipe.about(subject, dumps, abouts.get(random.nextInt(abouts.size())), budget)
            : Recipe.of(subject, dumps, budget);
        if (random.nextBoolean()) {
            recipe = recipe.toDepth(random.nextBoolean() ? Recipe.ANY_DEPTH : 1 + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            EnumSet<Recipe.Option> options = EnumSet.noneOf(Recipe.Option.class);
            for (Recipe.Option option : Recipe.Option.values()) {
                if (random.nextBoolean()) {
                    options.add(option);
                }
            }
            recipe = recipe.asking(options);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            recipe = recipe.with(Step.parse(STEPS.get(random.nextInt(STEPS.size()))));
        }
        return recipe;
    }
}
