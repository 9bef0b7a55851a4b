package io.github.memdump.gephi.workspace;

import io.github.memdump.view.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code memdump} command that shows what a recipe shows. */
public final class EquivalentCommand {
    private EquivalentCommand() {
    }

    /** Returns the command, quoted for a POSIX shell; nothing where no command makes such a view. */
    public static Optional<String> of(Recipe recipe) {
        boolean isReported = recipe.subject() == Recipe.Subject.BORDER || recipe.subject() == Recipe.Subject.HEAP;
        if (!isReported || !recipe.steps().isEmpty()) {
            return Optional.empty();
        }
        List<String> dumps = recipe.dumps();
        List<String> words = new ArrayList<>(List.of("./memdump", "report"));
        // A report on two dumps is about their border.
        words.addAll(recipe.subject() == Recipe.Subject.BORDER ? dumps : dumps.subList(dumps.size() - 1, dumps.size()));
        words.addAll(List.of("-o", "report", "--nodes", Integer.toString(recipe.budget().nodes()),
            "--edges", Integer.toString(recipe.budget().edges())));
        return Optional.of(words.stream().map(EquivalentCommand::quoted).collect(Collectors.joining(" ")));
    }

    /** Returns a word as a POSIX shell takes it. */
    public static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
