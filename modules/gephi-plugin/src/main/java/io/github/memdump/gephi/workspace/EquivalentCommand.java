package io.github.memdump.gephi.workspace;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;

/** The {@code memdump} command that does what a recipe does. */
public final class EquivalentCommand {
    private EquivalentCommand() {
    }

    /** Returns the command, quoted for a POSIX shell. */
    public static String of(Recipe recipe) {
        StringBuilder command = new StringBuilder("memdump ");
        command.append(recipe.subject() == Recipe.Subject.CLASS ? "roots-of" : "report");
        for (String dump : recipe.dumps()) {
            command.append(' ').append(quoted(dump));
        }
        if (recipe.subject() == Recipe.Subject.CLASS) {
            return command.append(" --where ").append(quoted("class == \"" + recipe.className() + "\"")).toString();
        }
        command.append(" -o out");
        if (recipe.budget().nodes() != ViewBudget.DEFAULT.nodes()) {
            command.append(" --nodes ").append(recipe.budget().nodes());
        }
        if (recipe.budget().edges() != ViewBudget.DEFAULT.edges()) {
            command.append(" --edges ").append(recipe.budget().edges());
        }
        return command.toString();
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
