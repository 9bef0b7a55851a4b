package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.EquivalentCommand;
import io.github.memdump.view.Recipe;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openide.util.NbBundle;

/** What a workspace says of itself, and its exports after it: what it shows, the command for it, and when it came. */
final class ViewDescription {
    private static final int LINES = 3;

    private ViewDescription() {
    }

    /** Returns the description of a view that is made now. */
    static String of(Recipe recipe) {
        return of(recipe, LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    /** Returns the description of the same view over other dumps; nothing if that is not what is described. */
    static Optional<String> renewed(String description, Recipe recipe) {
        String[] lines = description.split("\n");
        try {
            return lines.length == LINES ? Optional.of(of(recipe, LocalDateTime.parse(lines[LINES - 1]).toString()))
                : Optional.empty();
        } catch (DateTimeParseException theUsersOwnWords) {
            return Optional.empty();
        }
    }

    private static String of(Recipe recipe, String time) {
        return NbBundle.getMessage(ViewDescription.class, "ViewDescription", recipe.title(),
            EquivalentCommand.of(recipe).orElse(""), time);
    }
}
