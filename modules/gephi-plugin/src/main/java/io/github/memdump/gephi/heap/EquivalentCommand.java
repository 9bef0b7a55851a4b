package io.github.memdump.gephi.heap;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.RecipeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code memdump} command that shows what a recipe shows. */
public final class EquivalentCommand {
    private EquivalentCommand() {
    }

    /** Returns the command, quoted for a POSIX shell; every recipe has one. */
    public static Optional<String> of(Recipe recipe) {
        List<String> words = new ArrayList<>(List.of("./memdump"));
        words.addAll(RecipeCommand.words(recipe));
        words.addAll(List.of("-o", "view.gephi"));
        return Optional.of(RecipeCommand.line(words));
    }

    /** Returns a word as a POSIX shell takes it. */
    public static String quoted(String argument) {
        return RecipeCommand.quoted(argument);
    }
}
